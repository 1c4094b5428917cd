import { defineRuleFamily } from '../../engine/rule-family.ts'

/** What a run of the page in a browser showed. */
export const browserRun = defineRuleFamily({
  id: 'browser-run',
  group: 'In the browser',
  rules: {
    'embed-widget-ready': {
      title: 'In a browser the widget becomes ready.',
      setting: 'error',
      sources: ['embed'],
      messages: {
        found: {
          what: 'The page was run, and no widget said WIDGET_READY.',
          why: 'People see an empty place.',
          fix: 'Look into the console of the run: policies, blocked cookies and tokens are the usual reasons.',
        },
      },
    },
    'embed-cookie-guidance': {
      title: 'Where third-party cookies are blocked, the page says what to do.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: 'With third-party cookies blocked the widget did not come, and the page did not say why.',
          why: 'Several browsers block them unless told otherwise; people cannot know that this is the reason.',
          fix: 'When WIDGET_READY does not come within some seconds, say that cookies of Power Automate have to be allowed.',
        },
      },
    },
  },
  check({ subject: { facts }, report, notChecked }) {
    const { run } = facts
    if (run === undefined) {
      for (const rule of ['embed-widget-ready', 'embed-cookie-guidance'])
        notChecked(rule, 'The page was not run in a browser.', 'Hand in what a run showed as a fact named run.')
      return
    }
    const isReady = run.events.includes('WIDGET_READY') || run.events.includes('WIDGET_RENDERED')
    const isBlocked = run.thirdPartyCookies === 'blocked'
    if (!isReady && !isBlocked) report('embed-widget-ready', { path: 'browser run' })
    if (!isReady && isBlocked && run.showedGuidance !== true) report('embed-cookie-guidance', { path: 'browser run' })
    if (!isBlocked)
      notChecked(
        'embed-cookie-guidance',
        'The page was not run with third-party cookies blocked.',
        'Hand in such a run.',
      )
    if (isBlocked && !isReady)
      notChecked('embed-widget-ready', 'The page was not run with third-party cookies allowed.', 'Hand in such a run.')
  },
})
