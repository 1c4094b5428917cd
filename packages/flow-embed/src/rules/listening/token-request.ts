import type { AnyNode } from 'acorn'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { followValue } from '../../script/follow-value.ts'
import type { Script } from '../../script/script.ts'
import { bareOf, lastNameOf, nodesOf } from '../../script/script-nodes.ts'
import type { Following } from '../../script/value.ts'

/** Whether the page asks its sign-in library for a token that Power Automate takes. */
export const tokenRequest = defineRuleFamily({
  id: 'token-request',
  group: 'Tokens',
  rules: {
    'embed-token-scopes': {
      title: 'The page asks for a token for Power Automate.',
      setting: 'error',
      sources: ['embed'],
      messages: {
        found: {
          what: 'No token for Power Automate is asked for here: the scopes are {given}.',
          why: 'The widget refuses a token whose audience is another service, and says “Authentication failed”.',
          fix: 'Ask for scopes of https://service.flow.microsoft.com/, for example https://service.flow.microsoft.com/.default.',
        },
      },
    },
  },
  check(context) {
    const { page } = context.subject
    const answers = page.renderings.some(
      ({ by, listeners }) => by === 'wrapper' || listeners.some(({ event }) => event === 'GET_ACCESS_TOKEN'),
    )
    const rule = 'embed-token-scopes'
    if (!answers) {
      const handIn = 'Hand in the script that answers GET_ACCESS_TOKEN.'
      context.notChecked(rule, 'No widget here is seen to ask the page for a token.', handIn)
      return
    }
    const requests = page.scripts.flatMap((script) => requestsIn(script, context))
    // Other tokens may be for other things the page does; one of them has to be for the widget.
    const [first] = requests
    if (first === undefined) {
      const handIn = 'Hand in the script that asks the sign-in library for it.'
      context.notChecked(rule, 'Where the page has its token from was not seen.', handIn)
      return
    }
    if (requests.some(({ scopes }) => scopes === undefined || scopes.some(isOfFlow))) return
    const given = [...new Set(requests.flatMap(({ scopes }) => scopes ?? []))].slice(0, 3).join(', ')
    context.report(rule, first.script.placeOf(first.at), { data: { given } })
  },
})

interface Request {
  readonly script: Script
  readonly at: AnyNode
  /** Nothing where they were not followed. */
  readonly scopes: readonly string[] | undefined
}

/** Calls of MSAL (`acquireTokenSilent({ scopes })` and its kin) in a script. */
function requestsIn(script: Script, { subject, notChecked }: CheckContext): readonly Request[] {
  if (!script.file.text.includes('acquireToken')) return []
  const requests: Request[] = []
  for (const node of nodesOf(script.program)) {
    if (node.type !== 'CallExpression' || !asks.test(lastNameOf(node.callee) ?? '')) continue
    const { following } = subject.page
    const object = writtenOut({ script, node: node.arguments[0] }, following)
    const property =
      object?.node.type === 'ObjectExpression'
        ? object.node.properties.find((one) => one.type === 'Property' && lastNameOf(one.key) === 'scopes')
        : undefined
    const list =
      object !== undefined && property?.type === 'Property'
        ? writtenOut({ script: object.script, node: property.value }, following)
        : undefined
    if (object === undefined || property === undefined || list?.node.type !== 'ArrayExpression') {
      notChecked('embed-token-scopes', `${script.file.path}: which scopes a token is asked for was not followed.`)
      requests.push({ script, at: node, scopes: undefined })
      continue
    }
    const values = list.node.elements.map((item) =>
      item === null || item.type === 'SpreadElement' ? undefined : followValue(list.script, item, following),
    )
    const texts = values.flatMap((value) => (value?.kind === 'text' ? [value.text] : []))
    requests.push({ script: object.script, at: property, scopes: texts.length === values.length ? texts : undefined })
  }
  return requests
}

const asks = /^acquireToken(?:Silent|Popup|Redirect)?$/

interface Placed<Node> {
  readonly script: Script
  readonly node: Node
}

/** What a name stands for that is given one value only, in whichever module; anything else is itself. */
function writtenOut(
  { script, node }: Placed<AnyNode | undefined>,
  following: Following,
  depth = 0,
): Placed<AnyNode> | undefined {
  if (node === undefined) return undefined
  const bare = bareOf(node)
  const own = bare.type === 'Identifier' ? script.names.bindingOf(bare) : undefined
  const imported = own?.from && following.imported(script, own.from)
  if (imported !== undefined && 'node' in imported && depth <= 4) return writtenOut(imported, following, depth + 1)
  const found = imported !== undefined && 'binding' in imported ? imported : own && { script, binding: own }
  if (found === undefined || found.binding.isUnclear || found.binding.values.length !== 1 || depth > 4)
    return { script, node: bare }
  return writtenOut({ script: found.script, node: found.binding.values[0] }, following, depth + 1)
}

/** Scopes of Power Automate in each cloud, by name or by the id of its application. */
function isOfFlow(scope: string): boolean {
  return /^(?:https:\/\/)?(?:service\.flow\.microsoft\.com|(?:gov|high)\.service\.flow\.microsoft\.us|service\.flow\.appsplatform\.us|service\.powerautomate\.cn|7df0a125-d3be-4c96-aa54-591f83ff541c)(?:\/|$)/i.test(
    scope,
  )
}
