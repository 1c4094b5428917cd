import type { JsonNode } from '@sevenstep/located-json'

/** What a place in the file may hold: one of the kinds, and for an object or array what may stand in it. */
interface Shape {
  readonly kinds: readonly JsonNode['kind'][]
  readonly members?: Readonly<Record<string, Shape>>
  /** Every member of an object that has no entry of its own, or every item of an array. */
  readonly each?: Shape
}

const text: Shape = { kinds: ['string'] }
const number: Shape = { kinds: ['number'] }
const flag: Shape = { kinds: ['string', 'boolean'] }
const anyScalar: Shape = { kinds: ['string', 'number', 'boolean', 'null'] }

function object(members: Readonly<Record<string, Shape>>, each?: Shape): Shape {
  return each === undefined ? { kinds: ['object'], members } : { kinds: ['object'], members, each }
}

function list(each: Shape): Shape {
  return { kinds: ['array'], each }
}

const uiDefinition = object({
  displayName: text,
  description: text,
  tooltip: text,
  constraints: object({
    required: flag,
    clearText: flag,
    hidden: flag,
    tabIndex: number,
    allowedValues: list(object({ text, value: anyScalar })),
  }),
})

const oAuthSettings = object({
  identityProvider: text,
  clientId: text,
  scopes: list(text),
  redirectMode: text,
  properties: object({}),
  customParameters: object({}, object({ value: anyScalar })),
  additionalParameters: object({}, object({ type: text })),
})

const connectionParameters = object({}, object({ type: text, uiDefinition, oAuthSettings, metadata: object({}) }))

const set = object({ name: text, uiDefinition, parameters: connectionParameters })

/** Types in the file as accepted connectors use them; what has rules of its own is left to those. */
const propertiesFile = object({
  $schema: text,
  properties: object({
    iconBrandColor: text,
    publisher: text,
    stackOwner: text,
    capabilities: list(text),
    connectionParameters,
    connectionParameterSets: object({ uiDefinition, values: list(set) }),
    policyTemplateInstances: list(object({ templateId: text, title: text, type: text, parameters: object({}) })),
    scriptOperations: list(text),
  }),
})

const phrases: Readonly<Record<JsonNode['kind'], string>> = {
  object: 'an object',
  array: 'a list',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
}

/** Places of the properties file that hold another kind of value than tools expect. */
export function findMisshapen(root: JsonNode): readonly { readonly at: JsonNode; readonly expected: string }[] {
  const found: { at: JsonNode; expected: string }[] = []
  const look = (node: JsonNode, shape: Shape): void => {
    if (!shape.kinds.includes(node.kind)) {
      found.push({ at: node, expected: shape.kinds.map((kind) => phrases[kind]).join(' or ') })
      return
    }
    for (const child of node.children) {
      const named = child.key !== undefined && Object.hasOwn(shape.members ?? {}, child.key)
      const inner = named ? shape.members?.[child.key ?? ''] : shape.each
      if (inner !== undefined) look(child, inner)
    }
  }
  look(root, propertiesFile)
  return found
}
