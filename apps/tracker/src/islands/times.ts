import { relativeSpan } from '../texts/relative.ts'

const minute = 60_000

/** Keeps relative times true while a page stays open, once a minute and when it is looked at again. */
export function startTimes(): void {
  const { lang, dataset } = document.documentElement
  const times = [...document.querySelectorAll<HTMLTimeElement>('time[data-relative]')]
  if (times.length === 0) return
  const format = new Intl.RelativeTimeFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', { numeric: 'auto' })
  // The server's clock told the first words; a wrong clock here must not change them, only time that passes may.
  const opened = performance.now()
  const sent = Date.parse(dataset.now ?? '')
  if (Number.isNaN(sent)) return
  const refresh = () => {
    const now = new Date(sent + performance.now() - opened).toISOString()
    for (const time of times) {
      const { amount, unit } = relativeSpan(time.dateTime, now, dataset.timeZone ?? 'UTC')
      const words = format.format(amount, unit)
      if (time.textContent !== words) time.textContent = words
    }
  }
  setInterval(refresh, minute)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) refresh()
  })
}
