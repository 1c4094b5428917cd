import type { JsonNode } from '@sevenstep/located-json'
import { limitOf } from '../../data/field-limits.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { linksOf } from '../../offer/links-of.ts'
import { addressFault, addressOf, lengthOf, shownAddress } from '../../text/text-checks.ts'
import { entriesAt, textAt } from '../fields.ts'

/** The addresses that customers and reviewers open. */
export const listingLinks = defineRuleFamily({
  id: 'listing-links',
  group: 'Links',
  rules: {
    'link-present': {
      title: 'The addresses of help, support and privacy statement are there.',
      setting: 'error',
      sources: ['dataverse-listing', 'saas-listing'],
      messages: {
        found: {
          what: 'The offer has no address for {what}.',
          why: 'Partner Center demands it.',
          fix: 'Add the https address as "listing.{key}".',
        },
      },
    },
    'link-https': {
      title: 'Every address is a public https address.',
      setting: 'error',
      sources: ['listing-criteria', 'saas-listing'],
      messages: {
        found: {
          what: '"{address}" does not lead customers anywhere: {fault}.',
          why: 'Reviewers open every link; one that does not open sends the offer back.',
          fix: 'Use a public address that begins with "https://".',
        },
      },
    },
    'link-help-differs': {
      title: 'Help and support are different pages.',
      setting: 'error',
      exceptions: [{ profiles: ['saas'], setting: 'off', because: 'their form has no field for a page of help' }],
      sources: ['dataverse-listing'],
      messages: {
        found: {
          what: 'Help and support have the same address.',
          why: 'They must differ: one page explains the app, the other tells how to reach you.',
          fix: 'Name another page for one of them.',
        },
      },
    },
    'link-answers': {
      title: 'Every address answers.',
      setting: 'error',
      sources: ['listing-criteria'],
      messages: {
        status: {
          what: '"{address}" answers with status {status}.',
          why: 'Dead links send an offer back.',
          fix: 'Publish the page, or mend the address; it must open without signing in.',
        },
        problem: {
          what: '"{address}" does not answer: {problem}',
          why: 'Dead links send an offer back.',
          fix: 'Publish the page, or mend the address; it must open without signing in.',
        },
        moved: {
          what: '"{address}" leads on to "{final}", a page to sign in.',
          why: 'Customers and reviewers read these pages before they have an account.',
          fix: 'Make the page public, or name one that is.',
        },
      },
    },
    'link-title': {
      title: 'Every useful link has a title of at most 255 characters.',
      setting: 'error',
      sources: ['saas-listing'],
      messages: {
        found: {
          what: 'The link has no title.',
          why: 'It is what customers click.',
          fix: 'Say what is behind it.',
        },
        length: {
          what: 'The title has {length} characters, where {limit} are taken.',
          why: 'Partner Center refuses a longer one.',
          fix: 'Shorten it.',
        },
      },
    },
  },
  check(context) {
    const { subject, profile, report, edition, notChecked } = context
    const { root } = subject.offer
    const needed = [
      ['supportUrl', 'support'],
      ['privacyUrl', 'the privacy statement'],
      ...(profile === 'dataverse' ? [['helpUrl', 'help']] : []),
    ]
    for (const [key = '', what = ''] of needed) {
      if (textAt(root, 'listing', key) === undefined) {
        report('link-present', root.nearest('listing'), { data: { key, what } })
      }
    }
    const help = textAt(root, 'listing', 'helpUrl')
    const support = textAt(root, 'listing', 'supportUrl')
    if (help === undefined || support === undefined) {
      const lacking = 'The offer does not have both addresses, that of help and that of support.'
      notChecked('link-help-differs', lacking, 'Add "listing.helpUrl" and "listing.supportUrl".')
    } else if (isSamePage(help.text, support.text)) {
      report('link-help-differs', help.node, {
        related: [{ at: support.node, note: 'The same address for support.' }],
      })
    }
    for (const link of entriesAt(root, 'listing', 'usefulLinks')) {
      const title = textAt(link, 'title')
      const limit = limitOf('usefulLinkTitle', edition)
      if (title === undefined) report('link-title', link)
      else if (lengthOf(title.text) > limit) {
        report('link-title', title.node, { message: 'length', data: { length: lengthOf(title.text), limit } })
      }
    }
    judgeAddresses(context)
  },
})

const openAddresses = 'Have them opened, or hand in what they answered.'

function judgeAddresses(context: CheckContext): void {
  const { subject, report, notChecked } = context
  let unseen = 0
  const links = linksOf(subject.offer)
  if (links.length === 0) {
    const lacking = 'The offer has no address that could be opened.'
    for (const rule of ['link-https', 'link-answers']) notChecked(rule, lacking, 'Add those of support and privacy.')
  }
  for (const node of links) {
    const address = String(node.value)
    const fault = addressFault(address)
    if (fault !== undefined) report('link-https', node, { data: { address: shownAddress(address), fault } })
    // What a video answers is said once, by the rule about videos.
    else if (!isOfVideo(node) && !judgeAnswer(context, node, address)) unseen++
  }
  if (unseen > 0) notChecked('link-answers', 'The addresses were not opened.', openAddresses)
}

function isOfVideo(node: JsonNode): boolean {
  return node.pointer().startsWith('/media/videos/')
}

/** Judges what an address answered; false when nobody asked it. */
function judgeAnswer({ subject, report }: CheckContext, node: JsonNode, text: string): boolean {
  const href = addressOf(text)?.href
  const fact = subject.facts.links?.find(({ url }) => addressOf(url)?.href === href)
  if (fact === undefined) return false
  const address = shownAddress(text)
  if (fact.problem !== undefined) {
    report('link-answers', node, { message: 'problem', data: { address, problem: fact.problem } })
  } else if (fact.status !== undefined && (fact.status < 200 || fact.status >= 300)) {
    report('link-answers', node, { message: 'status', data: { address, status: fact.status } })
  } else if (isSignIn(fact.finalUrl)) {
    report('link-answers', node, { message: 'moved', data: { address, final: shownAddress(fact.finalUrl ?? '') } })
  }
  return true
}

const signInHosts = new Set(['login.microsoftonline.com', 'login.live.com', 'login.windows.net', 'accounts.google.com'])

function isSignIn(address: string | undefined): boolean {
  return signInHosts.has(addressOf(address)?.hostname ?? '')
}

/** Queries, marks within a page and strokes at the end lead to the same page. */
function isSamePage(left: string, right: string): boolean {
  const [one, other] = [addressOf(left), addressOf(right)]
  if (one === undefined || other === undefined) return left === right
  return one.origin === other.origin && withoutStrokes(one.pathname) === withoutStrokes(other.pathname)
}

/** A loop, since a regular expression tries anew at each of many strokes in the middle. */
function withoutStrokes(path: string): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return path.slice(0, end)
}
