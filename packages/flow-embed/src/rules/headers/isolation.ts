import { defineRuleFamily } from '../../engine/rule-family.ts'
import { neededFrames } from '../../headers/needed-frames.ts'
import { headerOf, headersPlace } from '../../headers/response-headers.ts'

/** Headers that cut a page off from frames and pop-ups. */
export const isolation = defineRuleFamily({
  id: 'isolation',
  group: 'Response headers',
  rules: {
    'embed-isolation': {
      title: 'The page is not cut off from frames and pop-ups.',
      setting: 'warning',
      sources: ['html-standard'],
      messages: {
        embedder: {
          what: 'Cross-Origin-Embedder-Policy is {value}.',
          why: 'The browser then shows only frames that ask for it themselves; whether widgets do is not documented.',
          fix: 'Leave the header out on pages with widgets.',
        },
        opener: {
          what: 'Cross-Origin-Opener-Policy is {value}.',
          why: 'Pop-ups for signing in are cut off from the page, and it never hears that they are done.',
          fix: 'Send same-origin-allow-popups.',
        },
      },
    },
    'embed-geolocation': {
      title: 'The widgets’ frame may be given the person’s place.',
      setting: 'info',
      sources: ['sdk-code'],
      confidence: 'low',
      messages: {
        found: {
          what: 'Permissions-Policy keeps geolocation from the widgets’ frame.',
          why: 'The script allows its frame geolocation; flows that ask where the person is fail without it.',
          fix: 'Send geolocation=(self "{host}").',
        },
      },
    },
  },
  check({ subject, report, notChecked, edition }) {
    const values = (name: string) =>
      headerOf(subject, name)?.map((value) => value.split(';', 1)[0]?.trim().toLowerCase() ?? '')
    const embedder = values('cross-origin-embedder-policy')
    if (embedder === undefined) {
      for (const rule of ['embed-isolation', 'embed-geolocation'])
        notChecked(
          rule,
          'The headers of the page’s answer are not known.',
          'Hand in what "sevenstep embed facts ADDRESS" prints, or the headers as "curl --head" does.',
        )
      return
    }
    for (const value of embedder) {
      if (value !== 'unsafe-none' && value !== '')
        report('embed-isolation', headersPlace, { message: 'embedder', data: { value } })
    }
    for (const value of values('cross-origin-opener-policy') ?? []) {
      if (value === 'same-origin') report('embed-isolation', headersPlace, { message: 'opener', data: { value } })
    }
    const isShown = subject.page.creations.length > 0
    for (const value of headerOf(subject, 'permissions-policy') ?? []) {
      for (const { origin: host } of isShown ? neededFrames(subject, edition) : [])
        if (!letsGeolocation(value, host)) report('embed-geolocation', headersPlace, { data: { host } })
    }
  },
})

function letsGeolocation(value: string, host: string): boolean {
  const entry = value
    .split(',')
    .map((part) => part.trim())
    .find((part) => part.startsWith('geolocation='))
  return entry === undefined || entry.includes('*') || entry.includes(`"${host}"`)
}
