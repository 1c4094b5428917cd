import type { AnyNode } from 'acorn'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { HostPage, Rendering } from '../../page/host-page.ts'
import type { PageElement } from '../../page/html-page.ts'
import { lastNameOf, nodesOf } from '../../script/script-nodes.ts'
import type { ElementName, Value } from '../../script/value.ts'
import { eachRendering, optionAt } from '../looking.ts'
import { nearest } from '../nearest.ts'
import { inlinePixels } from '../page/inline-style.ts'

const narrowest = 320
const widest = 1200

/** Where widgets are put. */
export const widgetContainer = defineRuleFamily({
  id: 'widget-container',
  group: 'Widgets',
  rules: {
    'embed-container-exists': {
      title: 'The container of a widget is on the page.',
      setting: 'error',
      sources: ['sdk-code', 'embed'],
      messages: {
        found: {
          what: 'No element of the page has the id "{given}".',
          why: 'The script throws "Widget requires a container element.", and no widget is shown.',
          fix: 'Add <div id="{given}"></div>, or write the id that is there.',
        },
        near: {
          what: 'No element of the page has the id "{given}"; one has "{near}".',
          why: 'The script throws "Widget requires a container element.", and no widget is shown.',
          fix: "Write '{near}', or give the element the id {given}.",
        },
        missing: {
          what: 'The widget is given no container.',
          why: 'The script throws "Widget requires a container element.", and no widget is shown.',
          fix: "Add container: 'flows', the id of an element of the page.",
        },
      },
    },
    'embed-container-width': {
      title: 'The container is 320 to 1200 pixels wide.',
      setting: 'warning',
      sources: ['embed-2018'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The container is {width} pixels wide.',
          why: 'Below 320 pixels widgets are laid out badly; above 1200 they no longer fill their place.',
          fix: 'Give it a width of 320 to 1200 pixels, for example width: 100%; max-width: 1200px.',
        },
      },
    },
  },
  check(context) {
    eachRendering(context, ['embed-container-exists', 'embed-container-width'], (rendering) => {
      judgeContainer(context, rendering)
    })
  },
})

const exists = 'embed-container-exists'

function judgeContainer(context: CheckContext, rendering: Rendering): void {
  const { page } = context.subject
  const { options } = rendering
  const value = options?.kind === 'object' ? options.entries.get('container')?.value : undefined
  const name = value && elementNameOf(value)
  const element = name && page.markup.flatMap(({ elements }) => elements).find((one) => isNamed(one, name))
  if (element !== undefined) {
    judgeWidth(context, element)
    return
  }
  const handIn = page.pages.length === 0 ? 'Hand in the page that the widget is put into.' : undefined
  context.notChecked('embed-container-width', 'The element that the widget is put into was not found.', handIn)
  if (value !== undefined && name !== undefined && 'id' in name) judgeAbsence(context, value, name.id)
  else if (optionAt(context, exists, rendering, 'container').isMissing)
    context.report(exists, options?.at ?? rendering.at, { message: 'missing' })
}

/** How the container is named: by its id, or by a framework's reference. */
function elementNameOf(value: Value): ElementName | undefined {
  if (value.kind === 'text') return { id: value.text }
  return value.kind === 'unknown' ? value.element : undefined
}

function isNamed({ attributes, at, reference }: PageElement, name: ElementName): boolean {
  if ('id' in name) return attributes.get('id')?.value === name.id
  const { reference: wanted, script } = name
  if (reference === undefined) return false
  // Vue keeps an element under the name that its template gives it, which is that of a variable of the same file.
  const isOfFile = at.file === script.file
  return reference === wanted || (isOfFile && reference === (typeof wanted === 'string' ? wanted : wanted.name))
}

/** No element has that id, as far as is known. */
function judgeAbsence({ subject: { page }, report, notChecked }: CheckContext, { at }: Value, given: string): void {
  const mayHaveIt = ({ attributes, isOpen }: PageElement): boolean =>
    attributes.get('id')?.unknown !== undefined || (isOpen === true && !attributes.has('id'))
  if (page.pages.length === 0) {
    const reason = `No element with the id "${given}" is in the files given, and no page that may hold it.`
    notChecked(exists, reason, 'Hand in the page that the widget is put into.')
  } else if (mayBeMade(page, given)) notChecked(exists, `The element "${given}" may be made by a script.`)
  else if (page.markup.some(({ elements }) => elements.some(mayHaveIt)))
    notChecked(exists, `An element whose id is worked out while the page runs may be "${given}".`)
  else {
    const ids = page.markup.flatMap(({ elements }) =>
      elements.map(({ attributes }) => attributes.get('id')?.value ?? ''),
    )
    const near = nearest(given, ids)
    if (near === undefined || near === '') report(exists, at, { data: { given } })
    else report(exists, at, { message: 'near', data: { given, near } })
  }
}

/** What scripts may put onto a page: ids they give to elements, and texts with markup. */
interface MadeElements {
  readonly ids: ReadonlySet<string>
  readonly markup: readonly string[]
}

const madeByPage = new WeakMap<HostPage, MadeElements>()

/** True where a script gives an element that id: by assigning it, as an attribute or option, or within markup. */
function mayBeMade(page: HostPage, id: string): boolean {
  const made = madeByPage.get(page) ?? findMade(page)
  madeByPage.set(page, made)
  return made.ids.has(id) || made.markup.some((text) => isMarkupOf(text, id))
}

function findMade({ scripts }: HostPage): MadeElements {
  const ids = new Set<string>()
  const markup: string[] = []
  for (const script of scripts) {
    for (const node of nodesOf(script.program)) {
      const text = node.type === 'TemplateElement' ? node.value.raw : node.type === 'Literal' ? node.value : undefined
      if (typeof text !== 'string') continue
      if (text.includes('id=')) markup.push(text)
      if (node.type === 'Literal' && givesId(script.names.parentOf(node))) ids.add(text)
    }
  }
  return { ids, markup }
}

function givesId(parent: AnyNode | undefined): boolean {
  if (parent?.type === 'AssignmentExpression') return lastNameOf(parent.left) === 'id'
  if (parent?.type === 'Property') return lastNameOf(parent.key) === 'id'
  return parent?.type === 'CallExpression' && lastNameOf(parent.callee) === 'setAttribute'
}

function isMarkupOf(text: string, id: string): boolean {
  return text.includes(`id="${id}"`) || text.includes(`id='${id}'`) || text.includes(`id=${id}>`)
}

function judgeWidth({ report, notChecked }: CheckContext, container: PageElement): void {
  let isSet = false
  for (let at: PageElement | undefined = container; at !== undefined; at = at.parent) {
    const width = inlinePixels(at, 'width')
    const limit = inlinePixels(at, 'max-width')
    const found = Math.min(width ?? Number.POSITIVE_INFINITY, limit ?? Number.POSITIVE_INFINITY)
    isSet ||= Number.isFinite(found)
    const style = at.attributes.get('style') ?? at.attributes.get('width')
    if (style?.unknown !== undefined) {
      notChecked('embed-container-width', `${at.at.file.path}: a width that is worked out was not followed.`)
      return
    }
    const isTooWide = at === container && width !== undefined && found > widest
    if (style !== undefined && Number.isFinite(found) && (found < narrowest || isTooWide)) {
      report('embed-container-width', style.at, { data: { width: found } })
      return
    }
  }
  if (!isSet) notChecked('embed-container-width', 'Widths that style sheets set are not looked at.')
}
