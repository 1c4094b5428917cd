import type { JsonNode } from '@sevenstep/located-json'

/** Shapes that only secrets have; each with what it is called in a sentence. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/, 'a token'],
  [/\bBearer\s+[\w.~+/-]{16,}/i, 'a bearer token'],
  [/[?&](?:sig|code)=[\w%+/-]{16,}/i, 'an address that carries its own permission'],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, 'a private key'],
  [/\b(?:AccountKey|SharedAccessKey|Password|Pwd)\s*=\s*[^;\s"]{6,}/i, 'a connection string with its key'],
  // The form of secrets that Entra ID issues.
  [/(?:^|[^\w~.-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?:$|[^\w~.-])/, 'a client secret'],
]

/** Every text in a JSON tree that holds a secret, keys left aside. */
export function secretValues(root: JsonNode): readonly { readonly node: JsonNode; readonly kind: string }[] {
  const found: { node: JsonNode; kind: string }[] = []
  const open = [root]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { value } = node
    if (typeof value === 'string') {
      const shape = shapes.find(([pattern]) => pattern.test(value))
      if (shape !== undefined) found.push({ node, kind: shape[1] })
    }
    open.push(...node.children)
  }
  return found.sort((left, right) => left.node.start - right.node.start)
}
