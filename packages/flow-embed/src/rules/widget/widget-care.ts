import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import type { Rendering } from '../../page/host-page.ts'
import { eachRendering, noteNoWidget, noteUnfollowed, optionAt } from '../looking.ts'

/** What every widget should be given and end with. */
export const widgetCare = defineRuleFamily({
  id: 'widget-care',
  group: 'Widgets',
  rules: {
    'embed-error-handler': {
      title: 'A widget has an error handler.',
      setting: 'warning',
      sources: ['sdk-code'],
      messages: {
        found: {
          what: 'The widget is shown without errorHandler.',
          why: 'When it cannot start, people look at an empty place and nobody hears of it.',
          fix: 'Add errorHandler: (error) => …, which says so on the page and tells you.',
        },
      },
    },
    'embed-dispose': {
      title: 'A widget is disposed when it is no longer shown.',
      setting: 'warning',
      sources: ['sdk-code'],
      messages: {
        found: {
          what: 'Nothing disposes of this widget.',
          why: 'Its frame and its listeners stay, and a second widget is answered by the first one’s listeners.',
          fix: 'Call dispose() on the widget when its view closes, for example on WIDGET_CLOSE.',
        },
      },
    },
    'embed-widget-title': {
      title: 'The frame of a widget has a title.',
      setting: 'warning',
      sources: ['wcag', 'sdk-code'],
      messages: {
        found: {
          what: 'The widget is given no {option}.',
          why: 'People who use a screen reader are told only that there is a frame.',
          fix: "Add {option}: 'Your flows', in the language of the page.",
        },
        empty: {
          what: 'The title of the widget is empty.',
          why: 'People who use a screen reader are told only that there is a frame.',
          fix: "Write what it shows, for example 'Your flows'.",
        },
      },
    },
  },
  check(context) {
    noteNoWidget(context, ['embed-widget-title'])
    eachRendering(context, ['embed-error-handler', 'embed-dispose'], (rendering) => {
      const { by, options, at } = rendering
      const place = options?.at ?? at
      if (by === 'microsoft' && optionAt(context, 'embed-error-handler', rendering, 'errorHandler').isMissing)
        context.report('embed-error-handler', place)
      judgeDispose(context, rendering)
      const option = by === 'microsoft' ? 'iframeTitle' : 'title'
      const title = optionAt(context, 'embed-widget-title', rendering, option)
      const value = title.entry?.value
      if (title.isMissing) context.report('embed-widget-title', place, { data: { option } })
      else if (value?.kind === 'text' && value.text.trim() === '')
        context.report('embed-widget-title', value.at, { message: 'empty' })
    })
  },
})

function judgeDispose(context: CheckContext, rendering: Rendering): void {
  if (rendering.calls.some(({ name }) => name === 'dispose')) return
  if (!noteUnfollowed(context, ['embed-dispose'], rendering)) context.report('embed-dispose', rendering.at)
}
