import type { AnyNode } from 'acorn'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Binding } from '../../script/names.ts'
import type { Script } from '../../script/script.ts'
import { lastNameOf, nodesOf, pathTextOf } from '../../script/script-nodes.ts'
import { noteAbsent, noteUnseen } from '../looking.ts'
import { tokensHandedOver } from './token-givers.ts'
import { type StoredToken, type TokenHolder, tokenSources } from './token-sources.ts'

/** Whether tokens stay between the page and the widget. */
export const tokenExposure = defineRuleFamily({
  id: 'token-exposure',
  group: 'Tokens',
  rules: {
    'embed-token-not-exposed': {
      title: 'A token goes to the widget alone: not into addresses, storage, cookies, logs or messages to anybody.',
      setting: 'error',
      sources: [],
      deviation: 'Ours: with the token anybody can act on the person’s flows for about an hour.',
      messages: {
        log: {
          what: 'The token is written to the console.',
          why: 'Consoles are copied into reports, and scripts of others can read what is logged.',
          fix: 'Log that there was a token, never the token.',
        },
        storage: {
          what: 'The token is kept in {where}.',
          why: 'Every script of the page reads it there, also one that was slipped in.',
          fix: 'Leave keeping tokens to the sign-in library.',
        },
        address: {
          what: 'The token is put into an address.',
          why: 'Addresses are kept in histories, logs of servers and proxies.',
          fix: 'Send it in a header, or hand it to the widget’s listener.',
        },
        message: {
          what: 'The token is posted to any window that listens.',
          why: 'Whoever frames the page or is framed in it can read a message to "*".',
          fix: 'Leave posting to Microsoft’s script, or name the one origin it is for.',
        },
      },
    },
    'embed-no-token-in-code': {
      title: 'No token stands in the code.',
      setting: 'error',
      sources: [],
      deviation: 'Ours: what is served to everybody is no secret.',
      isSecret: true,
      messages: {
        found: {
          what: 'A token stands in the script.',
          why: 'Everybody who opens the page can act as the person it was made for until it runs out.',
          fix: 'Take it out, and ask the sign-in library when the widget asks.',
        },
        page: {
          what: 'A token stands in an address of the page.',
          why: 'Everybody who opens the page can act as the person it was made for, and addresses are kept in histories and logs.',
          fix: 'Take it out; the gallery needs no token, and a widget asks for one.',
        },
      },
    },
  },
  check(context) {
    const { page } = context.subject
    const rules = ['embed-token-not-exposed', 'embed-no-token-in-code']
    if (!noteUnseen(context, rules) && page.renderings.length === 0) noteAbsent(context, rules)
    const told = new Set<AnyNode>()
    for (const { script, tokens } of tokensHandedOver(context, 'embed-token-not-exposed')) {
      const { holders, stored, lost } = tokenSources(script, tokens, page.following)
      for (const holder of holders) judgeHolder(context, holder, told)
      for (const read of stored) judgeStored(context, read, told)
      for (const reason of lost) context.notChecked('embed-token-not-exposed', reason)
    }
    for (const { elements } of page.pages) {
      for (const { attributes } of elements) {
        for (const name of ['src', 'href', 'action', 'data-src']) {
          const address = attributes.get(name)
          if (address === undefined || !tokenInAddress.test(address.value)) continue
          context.report('embed-no-token-in-code', address.at, { message: 'page' })
        }
      }
    }
    for (const script of page.scripts) {
      if (page.renderings.length > 0) judgeSignIn(context, script, told)
      if (!script.file.text.includes('eyJ')) continue
      for (const node of nodesOf(script.program)) {
        const text =
          node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : undefined
        if (typeof text === 'string' && isToken(text)) context.report('embed-no-token-in-code', script.placeOf(node))
      }
    }
  },
})

function judgeHolder(context: CheckContext, { script, binding, member }: TokenHolder, told: Set<AnyNode>): void {
  for (const reference of binding.references) {
    const parent = script.names.parentOf(reference)
    const isMember = parent?.type === 'MemberExpression' && parent.object === reference
    if (isMember && member !== undefined && lastNameOf(parent) !== member) continue
    if (isMember && member === undefined) continue
    tell(context, script, isMember ? parent : reference, told)
  }
}

/** A token that is read from storage is kept there, whoever put it in. */
function judgeStored({ report }: CheckContext, { script, node, where }: StoredToken, told: Set<AnyNode>): void {
  if (told.has(node)) return
  told.add(node)
  report('embed-token-not-exposed', script.placeOf(node), { message: 'storage', data: { where } })
}

/** Members under which sign-in libraries hand out access tokens: MSAL, and OAuth 2.0 as it is answered. */
const accessToken = /^access(?:Token|_token)$/

/** Tokens that the page has from its sign-in library, whether or not the way to the widget can be followed. */
function judgeSignIn(context: CheckContext, script: Script, told: Set<AnyNode>): void {
  if (!/access(?:Token|_token)/.test(script.file.text)) return
  const named = new Map<AnyNode, Binding>()
  const seen = new Set<Binding>()
  const reads: AnyNode[] = []
  for (const node of nodesOf(script.program)) {
    const binding = node.type === 'Identifier' ? script.names.bindingOf(node) : undefined
    if (binding !== undefined && !seen.has(binding)) {
      seen.add(binding)
      for (const value of binding.values) named.set(value, binding)
    }
    if (node.type === 'MemberExpression' && accessToken.test(lastNameOf(node) ?? '')) reads.push(node)
  }
  const holders = new Set(reads.flatMap((read) => named.get(read) ?? []))
  for (const at of [...reads, ...[...holders].flatMap(({ references }) => references)]) tell(context, script, at, told)
}

/** Reports where a token goes, each place once. */
function tell({ report }: CheckContext, script: Script, token: AnyNode, told: Set<AnyNode>): void {
  const exposure = exposureOf(script, token)
  if (exposure === undefined || told.has(exposure.node)) return
  const { message, node, where } = exposure
  told.add(node)
  report('embed-token-not-exposed', script.placeOf(node), { message, data: { where: where ?? '' } })
}

interface Exposure {
  readonly message: 'log' | 'storage' | 'address' | 'message'
  readonly node: AnyNode
  readonly where?: string
}

/** Where a token goes, looked for outward from where it stands until the statement ends. */
function exposureOf(script: Script, token: AnyNode): Exposure | undefined {
  let at = token
  for (let parent = script.names.parentOf(at); parent !== undefined; parent = script.names.parentOf(at)) {
    if (parent.type === 'CallExpression' && parent.callee !== at) {
      if (!/^(JSON\.stringify|encodeURIComponent|String|btoa)$/.test(pathTextOf(parent.callee) ?? ''))
        return exposedByCall(parent)
    }
    if (parent.type === 'AssignmentExpression' && parent.right === at) return exposedByAssignment(parent)
    if (
      parent.type === 'TemplateLiteral' &&
      isAddressBefore(parent.quasis[parent.expressions.indexOf(at as never)]?.value.raw)
    )
      return { message: 'address', node: parent }
    if (parent.type === 'BinaryExpression' && parent.right === at && isAddressBefore(textAtEnd(parent.left)))
      return { message: 'address', node: parent }
    if (/Statement$|^VariableDeclarator$|Function/.test(parent.type)) return undefined
    at = parent
  }
  return undefined
}

function exposedByCall(call: Extract<AnyNode, { type: 'CallExpression' }>): Exposure | undefined {
  const path = pathTextOf(call.callee) ?? ''
  if (/^(window\.)?console\.\w+$/.test(path)) return { message: 'log', node: call }
  const storage = /(^|\.)(localStorage|sessionStorage)\.setItem$/.exec(path)
  if (storage !== null) return { message: 'storage', node: call, where: storage[2] ?? '' }
  if (/(^|\.)searchParams\.(set|append)$/.test(path)) return { message: 'address', node: call }
  const target = call.arguments[1]
  const isToAll = target?.type === 'Literal' && target.value === '*'
  if (lastNameOf(call.callee) === 'postMessage' && isToAll) return { message: 'message', node: call }
  return undefined
}

function exposedByAssignment(node: Extract<AnyNode, { type: 'AssignmentExpression' }>): Exposure | undefined {
  const path = node.left.type === 'MemberExpression' ? (pathTextOf(node.left) ?? '') : ''
  const storage = /(^|\.)(localStorage|sessionStorage)\.\w+$/.exec(path)
  if (storage !== null) return { message: 'storage', node, where: storage[2] ?? '' }
  return /(^|\.)document\.cookie$/.test(path) ? { message: 'storage', node, where: 'a cookie' } : undefined
}

/** `…?token=` or `…&access_token=` before it. */
function isAddressBefore(text: string | undefined): boolean {
  return text !== undefined && /[?&#][\w.-]*=$/.test(text)
}

function textAtEnd(node: AnyNode): string | undefined {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  return node.type === 'BinaryExpression' ? textAtEnd(node.right) : undefined
}

/** A token behind the name of a parameter, or after the sign of a fragment. */
const tokenInAddress = /[?&#=]eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*/

/** A JSON web token: three parts, the first an object in base64. */
function isToken(text: string): boolean {
  return /^(Bearer )?eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]*$/.test(text.trim())
}
