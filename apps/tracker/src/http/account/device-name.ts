import Bowser from 'bowser'
import type { Texts } from '../../texts/index.ts'

/** What a browser calls itself, as people know it: "Chrome on Windows". */
export function deviceName(userAgent: string, texts: Texts): string {
  const words = texts.account.sessions
  if (userAgent === '') return words.unknown
  const { browser, os } = Bowser.parse(userAgent)
  if (browser.name === undefined || browser.name === '') return words.unknown
  return os.name === undefined || os.name === '' ? browser.name : words.on(browser.name, os.name)
}
