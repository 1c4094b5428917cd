/** What a service says of its failure, out of whichever envelope it came in. */
export interface ServiceWords {
  readonly code?: string
  readonly message?: string
  /** Further faults beside the first, each "code: message". */
  readonly details: readonly string[]
  /** Codes from the outside in, the innermost last; the innermost tells most. */
  readonly codes: readonly string[]
}

const deepest = 4

/**
 * Reads an envelope: of resource providers and OData (`error.code`, `error.message`, `details`, `innerError`), of the
 * token endpoint (`error` and `error_description`), of Partner Center (`code` and `description`), of answers with `errors[]`, of storage (XML), and JSON that was
 * written into the message of another envelope.
 */
export function serviceWordsOf(body: unknown): ServiceWords {
  const layers: Layer[] = []
  collect(body, layers, deepest)
  const innermost = layers.findLast(({ code, message }) => code !== undefined || message !== undefined)
  const message = innermost?.message ?? layers.findLast((layer) => layer.message !== undefined)?.message
  const code = innermost?.code ?? layers.findLast((layer) => layer.code !== undefined)?.code
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    details: layers.flatMap((layer) => layer.details),
    codes: layers.flatMap((layer) => (layer.code === undefined ? [] : [layer.code])),
  }
}

/** Whether an answer says in its body that it failed although its status says otherwise. */
export function hasErrors(body: unknown): boolean {
  return isRecord(body) && Array.isArray(body.errors) && body.errors.length > 0
}

interface Layer {
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly details: readonly string[]
}

function collect(body: unknown, layers: Layer[], left: number): void {
  if (left === 0) return
  if (typeof body === 'string') collectText(body, layers, left)
  else if (isRecord(body)) collectEnvelope(body, layers, left)
}

function collectEnvelope(body: Record<string, unknown>, layers: Layer[], left: number): void {
  const { error, errors } = body
  if (typeof error === 'string') {
    // The token endpoint: the description begins with the number that tells most.
    const description = text(body.error_description)
    layers.push({ code: error, message: description, details: [] })
    const number = description === undefined ? undefined : /^(AADSTS\d+)/.exec(description)?.[1]
    if (number !== undefined) layers.push({ code: number, message: description, details: [] })
  } else if (isRecord(error)) {
    collectError(error, layers, left)
  } else if (Array.isArray(errors) && errors.length > 0) {
    const [first, ...others] = errors.filter(isRecord)
    if (first !== undefined) collectError(first, layers, left)
    layers.push({ details: others.map(line) })
  } else if (['code', 'message', 'Message'].some((name) => text(body[name]) !== undefined)) {
    collectError(body, layers, left)
  }
}

function collectError(error: Record<string, unknown>, layers: Layer[], left: number): void {
  const message = text(error.message) ?? text(error.Message) ?? text(error.description)
  const details = Array.isArray(error.details) ? error.details.filter(isRecord).map(line) : []
  layers.push({ code: text(error.code), message, details })
  const inner = error.innerError ?? error.innererror
  if (isRecord(inner)) collect({ error: inner }, layers, left - 1)
  if (message !== undefined) collectText(message, layers, left)
}

/** JSON inside a text, as ApiHub, Azure Resource Manager and Dataverse's "Flow client error" write it; or XML of storage. */
function collectText(message: string, layers: Layer[], left: number): void {
  const code = /<Code>([^<]{1,100})<\/Code>/.exec(message)?.[1]
  if (code !== undefined) {
    layers.push({ code, message: /<Message>([^<]{1,1000})/.exec(message)?.[1], details: [] })
    return
  }
  const from = message.indexOf('{')
  const to = message.lastIndexOf('}')
  if (from === -1 || to <= from) return
  const inner = message.slice(from, to + 1)
  const parsed = parsedJson(inner) ?? parsedJson(inner.replaceAll('\\"', '"'))
  if (parsed !== undefined) collect(parsed, layers, left - 1)
}

function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function line(detail: Record<string, unknown>): string {
  return [text(detail.code), text(detail.message)].filter((part) => part !== undefined).join(': ')
}

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
