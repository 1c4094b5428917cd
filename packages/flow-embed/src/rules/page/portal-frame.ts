import { knownHostOf, mendedAddress } from '../../data/known-hosts.ts'
import { widgetKinds } from '../../data/widget-catalogue.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { sdkPath, widgetHosts } from '../../hosts.ts'
import type { PortalFrame } from '../../page/host-page.ts'
import { noteUnseen } from '../looking.ts'

const rule = 'embed-frame-of-widget'

/** Whether frames show pages of Power Automate that work in a frame. */
export const portalFrame = defineRuleFamily({
  id: 'portal-frame',
  group: 'Page',
  rules: {
    [rule]: {
      title:
        'A frame of the page’s own shows the gallery of templates: neither the portal nor a widget without its script.',
      setting: 'warning',
      sources: ['embed', 'sdk-code'],
      confidence: 'low',
      deviation: 'The page describes widgets only; that all others refuse to be framed was read elsewhere.',
      messages: {
        found: {
          what: 'The frame shows "{path}" of {host}, which is no widget.',
          why: 'Pages of the portal refuse to be framed: the frame stays empty.',
          fix: 'Frame the gallery of templates ({gallery}), show a widget with Microsoft’s script ({script}), or link to the page.',
        },
        bare: {
          what: 'The frame shows the widget "{path}" without Microsoft’s script.',
          why: 'The widget asks the page around it for a token, and only that script answers: the frame stays empty.',
          fix: "Load {script} and call renderWidget('{type}', …), or frame the gallery, which needs no token ({gallery}).",
        },
        old: {
          what: 'The frame comes from the host of 2018.',
          why: 'It only leads on to the new host, and policies that name the one do not fit the other.',
          fix: 'Write {right}.',
        },
      },
    },
  },
  check(context) {
    const { markup } = context.subject.page
    const frames = markup.flatMap(({ elements }) => elements.filter(({ name }) => name === 'iframe'))
    if (!noteUnseen(context, [rule]) && frames.length === 0)
      context.notChecked(rule, 'No page shows a frame of its own.', 'Hand in the page that shows one.')
    for (const { attributes } of frames) {
      const source = attributes.get('src')
      if (source?.unknown === undefined) continue
      const reason = `${source.at.file.path}: the address of a frame was not followed: ${source.unknown}.`
      context.notChecked(rule, reason)
    }
    for (const frame of context.subject.page.portalFrames) judgeFrame(context, frame)
  },
})

function judgeFrame({ report, edition }: CheckContext, { address, at }: PortalFrame): void {
  const { host, pathname, search } = new URL(address)
  const origin = mendedAddress(address, edition, '')
  const data = { gallery: `${origin}/en-us/widgets/templates/`, script: origin + sdkPath }
  const widget = /(?:^|\/)widgets\/([^/]*)/i.exec(pathname)?.[1]
  if (widget !== undefined) {
    const type = widgetKinds.find((kind) => kind.type.toLowerCase() === widget.toLowerCase())?.type ?? 'flows'
    report(rule, at, { message: 'bare', data: { ...data, path: short(widget), type } })
  } else if (!/(?:^|\/)test\//i.test(`${pathname}/`)) {
    report(rule, at, { data: { ...data, path: short(pathname), host } })
  } else if (knownHostOf(`https://${host}`)?.isOld === true && edition === 'current') {
    report(rule, at, { message: 'old', data: { right: widgetHosts.current + short(pathname + search) } })
  }
}

function short(path: string): string {
  return path.length > 60 ? `${path.slice(0, 59)}…` : path
}
