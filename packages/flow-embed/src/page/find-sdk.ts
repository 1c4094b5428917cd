import type { AnyNode } from 'acorn'
import type { Script, TextPlace } from '../script/script.ts'
import { lastNameOf, nodesOf } from '../script/script-nodes.ts'
import type { SdkReference } from './host-page.ts'
import type { HtmlPage } from './html-page.ts'
import { namesSdk } from './names-sdk.ts'

/** Every place that names Microsoft's script: script elements, and texts in scripts that load it later. */
export function findSdkReferences(markup: readonly HtmlPage[], scripts: readonly Script[]): readonly SdkReference[] {
  const references: SdkReference[] = []
  for (const { elements } of markup) {
    for (const element of elements) {
      const source = element.attributes.get('src')
      if (element.name !== 'script' || source === undefined || !namesSdk(source.value)) continue
      references.push({ address: source.value.trim(), at: source.at, element })
    }
  }
  for (const script of scripts) {
    if (!script.file.text.includes('msflowsdk')) continue
    for (const node of nodesOf(script.program)) {
      if (node.type !== 'Literal' || typeof node.value !== 'string' || !namesSdk(node.value)) continue
      if (isInMarkup(script, node)) continue
      references.push({ address: node.value, at: script.placeOf(node), element: undefined })
    }
  }
  return references
}

/** An attribute of an element, which was looked at with its markup. */
function isInMarkup(script: Script, node: AnyNode): boolean {
  const parent: { readonly type: string } | undefined = script.names.parentOf(node)
  return parent?.type === 'JSXAttribute'
}

/** Scripts that are copies of Microsoft's: they declare its constructor themselves. */
export function findSdkCopies(scripts: readonly Script[]): readonly TextPlace[] {
  return scripts.flatMap((script) => {
    if (!script.file.text.includes('MsFlowSdk')) return []
    for (const node of nodesOf(script.program)) {
      const isDeclared =
        (node.type === 'ClassDeclaration' || node.type === 'FunctionDeclaration') && node.id?.name === 'MsFlowSdk'
      const isAssigned =
        (node.type === 'AssignmentExpression' && lastNameOf(node.left) === 'MsFlowSdk') ||
        (node.type === 'VariableDeclarator' && lastNameOf(node.id) === 'MsFlowSdk' && definesSomething(node.init))
      if (isDeclared || isAssigned) return [script.placeOf(node)]
    }
    return []
  })
}

/** `const { MsFlowSdk } = window` and `const MsFlowSdk = window.MsFlowSdk` only give the global another name. */
function definesSomething(init: { readonly type: string } | null | undefined): boolean {
  return init !== null && init !== undefined && init.type !== 'MemberExpression' && init.type !== 'Identifier'
}
