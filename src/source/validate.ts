/** A Zod schema applied to a YAML value: every issue becomes a diagnostic with its place and the nearest valid name. */
import { z } from 'zod';
import type { Diagnostic, Place } from './diagnostic.ts';
import { didYouMean, nearest } from './nearest.ts';
import type { Path, YamlSource } from './yaml.ts';

export interface Validated<T> {
  data: T | undefined;
  diagnostics: Diagnostic[];
}

type Issue = z.core.$ZodIssue;
type JsonSchema = z.core.JSONSchema.BaseSchema;

const schemas = new WeakMap<z.ZodType, JsonSchema>();

function jsonSchemaOf(schema: z.ZodType): JsonSchema {
  const known = schemas.get(schema);
  if (known) return known;
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  schemas.set(schema, json);
  return json;
}

/** The keys that are valid at a path, read from the schema itself. */
function keysAt(root: JsonSchema, path: Path): string[] {
  let here = expand(root, root);
  for (const step of path) here = here.flatMap((s) => expand(child(s, step), root));
  return [...new Set(here.flatMap((s) => Object.keys(s.properties ?? {})))];
}

function expand(schema: JsonSchema | undefined, root: JsonSchema, depth = 0): JsonSchema[] {
  if (!schema || depth > 8) return [];
  if (schema.$ref) return expand(resolve(schema.$ref, root), root, depth + 1);
  const branches = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return [schema, ...branches.flatMap((s) => expand(asSchema(s), root, depth + 1))];
}

const asSchema = (s: unknown): JsonSchema | undefined =>
  typeof s === 'object' && s !== null ? (s as JsonSchema) : undefined;

function resolve(ref: string, root: JsonSchema): JsonSchema | undefined {
  if (ref === '#') return root;
  const name = ref.replace('#/$defs/', '');
  return asSchema(root.$defs?.[name]);
}

function child(schema: JsonSchema, step: PropertyKey): JsonSchema | undefined {
  if (typeof step === 'number') return asSchema(schema.items);
  const properties = schema.properties ?? {};
  const own = Object.hasOwn(properties, step) ? properties[String(step)] : undefined;
  return asSchema(own ?? schema.additionalProperties);
}

/** Validates a source's value. `data` is undefined where there is any error. */
export function validate<S extends z.ZodType>(schema: S, source: YamlSource): Validated<z.output<S>> {
  if (source.diagnostics.length > 0) return { data: undefined, diagnostics: source.diagnostics };
  const result = schema.safeParse(source.value, { reportInput: true });
  if (result.success) return { data: result.data, diagnostics: [] };
  const json = jsonSchemaOf(schema);
  return {
    data: undefined,
    diagnostics: result.error.issues.flatMap((i) => toDiagnostics(i, [], source, json)),
  };
}

function toDiagnostics(issue: Issue, base: Path, source: YamlSource, json: JsonSchema): Diagnostic[] {
  const path: Path = [...base, ...(issue.path as (string | number)[])];
  const label = path.length > 0 ? path.join('.') : 'the file';
  const wrong = (expected: string, hint?: string) => [
    diagnostic(source.valuePlace(path), { message: `${label}: ${found(issue.input)}`, expected, hint }),
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => {
        const hint = didYouMean(key, keysAt(json, path));
        return diagnostic(source.keyPlace([...path, key]), {
          message: `unknown key ${key} in ${label}`,
          hint,
        });
      });
    case 'invalid_union': {
      const branch = bestBranch(issue);
      if (branch) return branch.flatMap((i) => toDiagnostics(i, path, source, json));
      return wrong([...new Set(issue.errors.flat().map(expectedOf))].filter(Boolean).join(', or '));
    }
    case 'invalid_value': {
      const near =
        typeof issue.input === 'string' ? nearest(issue.input, issue.values.map(String)) : undefined;
      return wrong(expectedOf(issue), near && `did you mean ${near}?`);
    }
    case 'invalid_key':
      return issue.issues.map((i) =>
        diagnostic(source.keyPlace(path), { message: `${label}: bad name`, expected: i.message }),
      );
    case 'invalid_type':
      return issue.input === undefined
        ? [missing(path, expectedOf(issue), source)]
        : wrong(expectedOf(issue));
    default:
      return wrong(expectedOf(issue));
  }
}

function missing(path: Path, expected: string, source: YamlSource): Diagnostic {
  const parent = path.slice(0, -1);
  const message =
    path.length > 0 ? `${parent.join('.') || 'the file'} has no ${path.at(-1)}` : 'the file is empty';
  return diagnostic(source.keyPlace(parent), { message, expected });
}

function diagnostic(
  place: Place,
  { message, expected, hint }: { message: string; expected?: string; hint?: string | undefined },
): Diagnostic {
  return {
    severity: 'error',
    ...place,
    message,
    ...(expected ? { expected } : {}),
    ...(hint ? { hint } : {}),
  };
}

/** Of a union's branches, the one the author most likely meant: the one that failed inside, not at its own type. */
function bestBranch(issue: Extract<Issue, { code: 'invalid_union' }>): Issue[] | undefined {
  const inside = issue.errors.filter((branch) =>
    branch.every(
      (i) =>
        i.path.length > 0 ||
        i.code === 'unrecognized_keys' ||
        i.code === 'invalid_value' ||
        i.code === 'invalid_format' ||
        i.code === 'custom',
    ),
  );
  return inside.sort((a, b) => a.length - b.length)[0];
}

function expectedOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return TYPE_NAMES[issue.expected] ?? issue.expected;
    case 'invalid_value':
      return issue.values.length === 1
        ? String(issue.values[0])
        : `one of ${issue.values.map(String).join(', ')}`;
    default:
      return issue.message;
  }
}

const TYPE_NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

function found(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (Array.isArray(input)) return `found a list of ${input.length}`;
  if (typeof input === 'object') return 'found a map';
  const text = String(input);
  return `found ${typeof input === 'string' ? `"${text.slice(0, 60)}${text.length > 60 ? '…' : ''}"` : text}`;
}
