import type { AnyNode } from 'acorn'
import { settingKeys, widgetKindOf } from '../data/widget-catalogue.ts'
import { followValue } from '../script/follow-value.ts'
import type { Script } from '../script/script.ts'
import { lastNameOf, nodesOf } from '../script/script-nodes.ts'
import type { Following, Value } from '../script/value.ts'
import { wrapperModule } from '../script/wrapper-module.ts'
import type { Rendering, SdkCreation } from './host-page.ts'
import { type HandedOut, WidgetUses } from './widget-uses.ts'

type Call = Extract<AnyNode, { type: 'CallExpression' }>

/** Finds every SDK that scripts make, every widget that they show, and what they do with each. */
export function findEmbedding(
  scripts: readonly Script[],
  following: Following,
  loadsSdk: boolean,
): { readonly creations: readonly SdkCreation[]; readonly renderings: readonly Rendering[] } {
  const creations: SdkCreation[] = []
  const renderings: Rendering[] = []
  const namesSdk = loadsSdk || scripts.some(({ file }) => file.text.includes('MsFlowSdk'))
  const concerned = scripts.filter(({ file }) =>
    /MsFlowSdk|renderWidget|flow-embed|\.(listen|notify)\b/.test(file.text),
  )
  for (const script of concerned) {
    // Also where only a type of it is taken in: the widgets are handed over then.
    const usesWrapper = script.file.text.includes(wrapperModule)
    for (const node of nodesOf(script.program)) {
      const creation = creationOf(script, node, following)
      if (creation !== undefined) creations.push(creation)
      const rendering = renderingOf(script, node, following, usesWrapper)
      if (rendering !== undefined && (namesSdk || isMicrosofts(rendering))) renderings.push(rendering)
    }
  }
  const handedOut: HandedOut = { given: new Set(), taken: new Set() }
  for (const script of concerned) new WidgetUses(script, renderings, following, handedOut).collect()
  for (const rendering of handedOut.given) {
    if (!handedOut.taken.has(rendering)) rendering.unseen ??= 'it is handed out to other modules'
  }
  return { creations, renderings }
}

function creationOf(script: Script, node: AnyNode, following: Following): SdkCreation | undefined {
  const at = script.placeOf(node)
  if (node.type === 'NewExpression' && lastNameOf(node.callee) === 'MsFlowSdk') {
    return {
      by: 'microsoft',
      script,
      node,
      at: script.placeOf(node.callee),
      options: argument(script, node, 0, following),
    }
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined
  const from = script.names.bindingOf(node.callee)?.from
  if (from?.module !== wrapperModule || from.imported !== 'openFlowWidgets') return undefined
  return { by: 'wrapper', script, node, at, options: argument(script, node, 0, following) }
}

/** `anything.renderWidget(…)`; and `anything.render(…)` in scripts of ours whose first argument is the name of a widget. */
function renderingOf(script: Script, node: AnyNode, following: Following, usesWrapper: boolean): Rendering | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const name = lastNameOf(node.callee)
  const isWrapped = usesWrapper && name === 'render' && node.arguments.length === 2
  if (name !== 'renderWidget' && !isWrapped) return undefined
  const type = argument(script, node, 0, following)
  if (isWrapped && type?.kind !== 'text' && !hasContainer(node, script, following)) return undefined
  return {
    by: isWrapped ? 'wrapper' : 'microsoft',
    script,
    node,
    at: script.placeOf(node.callee.property),
    type,
    options: argument(script, node, 1, following),
    listeners: [],
    calls: [],
    unseen: undefined,
  }
}

function hasContainer(node: Call, script: Script, following: Following): boolean {
  const options = argument(script, node, 1, following)
  return options?.kind === 'object' && options.entries.has('container')
}

/** Other SDKs have a renderWidget too: without a word of Microsoft's, type or options have to be Microsoft's. */
function isMicrosofts({ by, type, options }: Rendering): boolean {
  if (by === 'wrapper') return true
  if (type?.kind === 'text' && (widgetKindOf(type.text) !== undefined || type.text === 'runtime')) return true
  return options?.kind === 'object' && Object.keys(settingKeys).some((group) => options.entries.has(group))
}

/** The value of an argument; undefined where none is given. */
function argument(
  script: Script,
  { arguments: given }: Pick<Call, 'arguments'>,
  index: number,
  following: Following,
): Value | undefined {
  const spread = given.slice(0, index + 1).find((node) => node.type === 'SpreadElement')
  if (spread !== undefined) return { kind: 'unknown', why: 'the arguments are spread', at: script.placeOf(spread) }
  const node = given[index]
  return node === undefined ? undefined : followValue(script, node, following)
}
