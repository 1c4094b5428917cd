export { escapePointerStep, type JsonKind, JsonNode, type JsonValue, resolvePointer, toValue } from './json-node.ts'
export type { JsonProblem, JsonProblemCode } from './problem.ts'
export { type LocatedJson, type ReadOptions, readJson } from './read-json.ts'
