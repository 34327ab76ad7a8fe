"""The JSON Schema of a scenario file, for editors: which keys there are, and what each one means.

Made from the models of the file. It describes what may be written (a number as text with its unit, a formula,
`rest`), not what it becomes. Texts stand as text, number or boolean in an editor; to the reader all are text.
"""

import json
from typing import Any, Final

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from prevention_sim.scenario.document import Scenario
from prevention_sim.scenario.key_texts import key_text
from prevention_sim.scenario.parts import ONCE

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
FILE_NAME: Final = "prevention-sim.schema.json"
"""What the schema is called beside a scenario file."""

EDITOR_LINE: Final = f"# yaml-language-server: $schema={FILE_NAME}\n"
"""The first line of a scenario file by which an editor finds the schema beside it."""

ANY_TEXT: Final = ["string", "number", "boolean"]


def scenario_schema() -> dict[str, Any]:
    """The schema with a German and an English text for every key."""
    schema = Scenario.model_json_schema(schema_generator=_Generator)
    return {"$schema": DIALECT, "title": "prevention_sim/1", **schema}


def schema_as_json() -> str:
    """The schema as the text of a file."""
    return json.dumps(scenario_schema(), indent=2, ensure_ascii=False) + "\n"


class _Generator(GenerateJsonSchema):
    """Pydantic's schema in the shape of the file: texts in two languages, and nothing about Python."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        found = super().model_schema(schema)
        found.pop("description", None)
        found.pop("title", None)
        for key, text in _texts(schema["cls"]).items():
            found["properties"][key] |= text
        return found

    def definitions_schema(self, schema: core_schema.DefinitionsSchema) -> JsonSchemaValue:
        named, self._once = [], {}
        for each in schema["definitions"]:
            if each["ref"].startswith(ONCE):
                self._once[each["ref"]] = {key: value for key, value in each.items() if key != "ref"}
            else:
                named.append(each)
        return super().definitions_schema({**schema, "definitions": named})

    def definition_ref_schema(self, schema: core_schema.DefinitionReferenceSchema) -> JsonSchemaValue:
        once = self._once.get(schema["schema_ref"])
        return self.generate_inner(once) if once else super().definition_ref_schema(schema)

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        found = super().str_schema(schema)
        return found if len(found) > 1 else {"type": ANY_TEXT}

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        keys, values = schema["keys_schema"], schema["values_schema"]
        inner = {
            "propertyNames": self.generate_inner(keys),
            "additionalProperties": self.generate_inner(values),
        }
        return {"type": "object", **inner}

    def nullable_schema(self, schema: core_schema.NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])  # what may be left out cannot be written as nothing

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        found = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return {**found, "default": default} if isinstance(default, str | int) else found

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        return self.get_union_of_schemas([self.generate_inner(each) for each in schema["choices"].values()])

    def field_title_should_be_set(self, schema: Any) -> bool:  # noqa: ANN401, ARG002 - pydantic's signature
        return False


def _texts(part: type[BaseModel]) -> dict[str, dict[str, str]]:
    """The hover text of each key of a part, German above English."""
    texts = {field.alias or name: key_text(part, name) for name, field in part.model_fields.items()}
    return {key: {"description": "\n\n".join(text)} for key, text in texts.items() if text is not None}
