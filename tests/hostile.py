"""A file whose texts try to be more than text: markup, scripts, formulas, and signs that end an attribute."""

SCRIPT = "<script>document.title='gehackt'</script>"
ATTRIBUTE = '\\" onload=\\"alert(1)\\" x=\\"'
FORMULA = "=HYPERLINK(1) & <b>fett</b> {{ 7*7 }} '+alert(1)+'"

HOSTILE = f"""
time: {{start: 2027-01, years: 2, budget_window: 2}}
scenario: {{id: boese, title: "{SCRIPT}", note: "{ATTRIBUTE}", author: "{FORMULA}", question: "{SCRIPT}",
  municipality: "{FORMULA}", case: {{unit: child, definition: "{ATTRIBUTE}"}}}}
sources: {{akte: {{title: "{SCRIPT}", grade: measured}}}}
states: {{heim: {{title: "{SCRIPT}", tags: [placement]}}, hilfe: {{title: "{ATTRIBUTE}"}}}}
caseload: {{arrivals: {{neue: {{value: 40 cases/year, into: heim, source: akte, note: "{FORMULA}"}}}}}}
stays: {{heim: {{mean: 20 months, to: {{hilfe: 100 %}}}}}}
bearers: {{stadt: {{title: "{FORMULA}"}}, land: {{title: "{SCRIPT}", level: public}}}}
bearer: stadt
costs:
  platz: {{kind: per_case, title: "{FORMULA}", state: heim, value: 5 000 EUR/month}}
  hilfe: {{kind: per_case, title: "{SCRIPT}", state: hilfe, value: 500 EUR/month, bearer: land}}
interventions:
  hilfe: {{title: "{ATTRIBUTE}", effects: [{{kind: diverts, from: heim, into: hilfe, share: 40 %}}]}}
strategies: {{ohne: {{title: "{FORMULA}"}}, mit: {{title: "{SCRIPT}", interventions: [hilfe]}}}}
"""
"""For `small.scenario`."""
