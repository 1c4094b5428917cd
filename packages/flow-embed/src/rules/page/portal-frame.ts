import { knownHostOf } from '../../data/known-hosts.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { PageElement } from '../../page/html-page.ts'
import { noteUnseen } from '../looking.ts'

/** Whether frames show pages of Power Automate that let themselves be framed. */
export const portalFrame = defineRuleFamily({
  id: 'portal-frame',
  group: 'Page',
  rules: {
    'embed-frame-of-widget': {
      title: 'A frame shows a widget, not the portal.',
      setting: 'warning',
      sources: ['embed'],
      confidence: 'low',
      deviation: 'The page describes widgets only; that all others refuse to be framed was read elsewhere.',
      messages: {
        found: {
          what: 'The frame shows "{path}" of {host}, which is no widget.',
          why: 'Pages of the portal refuse to be framed: the frame stays empty.',
          fix: 'Show a widget with Microsoft’s script, the gallery of templates (/en-us/widgets/templates/), or link to the page.',
        },
      },
    },
  },
  check(context) {
    const rule = 'embed-frame-of-widget'
    const frames = context.subject.page.markup.flatMap(({ elements }) =>
      elements.filter(({ name }) => name === 'iframe'),
    )
    if (!noteUnseen(context, [rule]) && frames.length === 0)
      context.notChecked(rule, 'No page shows a frame of its own.', 'Hand in the page that shows one.')
    for (const frame of frames) judgeFrame(context, frame)
  },
})

function judgeFrame({ report, notChecked }: CheckContext, { attributes }: PageElement): void {
  const source = attributes.get('src')
  if (source?.unknown !== undefined) {
    notChecked(
      'embed-frame-of-widget',
      `${source.at.file.path}: the address of a frame was not followed: ${source.unknown}.`,
    )
    return
  }
  const address = source?.value.trim() ?? ''
  if (source === undefined || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return
  const { host, pathname } = new URL(address)
  if (knownHostOf(`https://${host}`) === undefined || /(?:^|\/)(?:widgets|test)\//i.test(`${pathname}/`)) return
  const path = pathname.length > 60 ? `${pathname.slice(0, 59)}…` : pathname
  report('embed-frame-of-widget', source.at, { data: { path, host } })
}
