import { knownHostOf } from '../../data/known-hosts.ts'
import { locales, uncertainLocales } from '../../data/locales.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { widgetHosts } from '../../hosts.ts'
import type { GalleryAddress } from '../../page/host-page.ts'
import { eachGallery, noteNoParameters, reasonOf } from '../looking.ts'
import { nearest } from '../nearest.ts'
import { noteUndeclared } from '../undeclared.ts'

/** Addresses of the gallery of templates that needs no sign-in. */
export const galleryAddress = defineRuleFamily({
  id: 'gallery-address',
  group: 'Gallery of templates',
  rules: {
    'embed-gallery-host': {
      title: 'The gallery comes from Microsoft’s host over https.',
      setting: 'error',
      sources: ['embed', 'embed-2018'],
      severityByMessage: { old: 'warning' },
      messages: {
        http: {
          what: 'The gallery is loaded without https.',
          why: 'On a secure page browsers refuse such a frame.',
          fix: 'Write https.',
        },
        found: {
          what: '"{host}" is no host of the gallery that is known.',
          why: 'Templates come from Microsoft’s hosts alone.',
          fix: 'Write {right}.',
        },
        old: {
          what: 'The gallery comes from the host of 2018.',
          why: 'It only leads on to the new host, and policies that name the one do not fit the other.',
          fix: 'Write {right}.',
        },
      },
    },
    'embed-gallery-address': {
      title: 'The address of the gallery has a locale and parameters that the gallery knows.',
      setting: 'warning',
      severityByMessage: { capitals: 'info' },
      sources: ['embed'],
      messages: {
        path: {
          what: 'The address has no locale before /widgets/templates.',
          why: 'The language of the gallery is taken from there.',
          fix: 'Write {right}/en-us/widgets/templates/.',
        },
        locale: {
          what: '"{given}" is no locale of the gallery.',
          why: 'It falls back to another language.',
          fix: 'Write it like en-us or nl-nl, in small letters.',
        },
        capitals: {
          what: 'The locale "{given}" has capital letters.',
          why: 'Microsoft’s own addresses have small ones; whether others count is not documented.',
          fix: 'Write it in small letters.',
        },
        letters: {
          what: 'The gallery knows no parameter "{given}"; it is spelled {near}.',
          why: 'It is passed over. Only widgets of the script write pageSize; the address writes pagesize.',
          fix: 'Write {near}.',
        },
        unknown: {
          what: 'The gallery knows no parameter "{given}".',
          why: 'It is passed over.',
          fix: 'It knows q, pagesize, destination, category and parameters.<name>.',
        },
        destination: {
          what: 'The gallery knows no destination "{given}".',
          why: 'A click on a template then does what the gallery does by itself.',
          fix: 'Write details or new.',
        },
        pagesize: {
          what: 'The page size "{given}" is no whole number.',
          why: 'The gallery then shows as many templates as it does by itself.',
          fix: 'Write a whole number, for example 6.',
        },
        category: {
          what: 'The parameter category is of later editions.',
          why: 'The gallery of 2018 passed it over.',
          fix: 'Leave it out, or check against the edition "current".',
        },
        twice: {
          what: 'The parameter {given} is given twice.',
          why: 'Which of them counts is not documented.',
          fix: 'Keep one.',
        },
      },
    },
    'embed-gallery-parameters': {
      title: 'Values for templates in the gallery’s address are for parameters that the templates declare.',
      setting: 'warning',
      sources: ['embed'],
      messages: {
        found: {
          what: 'No template declares the parameter "{name}".',
          why: "A value reaches a template only where its definition says @{parameters('{name}')} and declares it.",
          fix: 'Declare it in the template, or take one of {known}.',
        },
      },
    },
  },
  check(context) {
    noteNoParameters(context, 'embed-gallery-parameters')
    for (const { at, why } of context.subject.page.unfollowedGalleries)
      context.notChecked('embed-gallery-parameters', reasonOf({ kind: 'unknown', why, at }))
    eachGallery(context, ['embed-gallery-host', 'embed-gallery-address'], (gallery) => {
      judge(context, gallery)
    })
  },
})

const known = ['q', 'pagesize', 'destination', 'category']

function judge(context: CheckContext, { address, at }: GalleryAddress): void {
  if (!URL.canParse(address)) {
    const reason = `"${address}" is no address that can be read.`
    for (const rule of ['embed-gallery-host', 'embed-gallery-address', 'embed-gallery-parameters'])
      context.notChecked(rule, reason)
    return
  }
  const url = new URL(address)
  judgeHost(context, url, at)
  judgePath(context, url, at)
  const seen = new Set<string>()
  for (const [name, value] of url.searchParams) {
    if (seen.has(name)) context.report('embed-gallery-address', at, { message: 'twice', data: { given: name } })
    else judgeParameter(context, name, value, at)
    seen.add(name)
  }
}

function judgeHost({ report, edition }: CheckContext, url: URL, at: GalleryAddress['at']): void {
  const rule = 'embed-gallery-host'
  const right = widgetHosts[edition]
  if (/^(localhost|127\.0\.0\.1|[\w-]+\.localhost)$/.test(url.hostname)) return
  const host = knownHostOf(`https://${url.host}`)
  if (host === undefined) report(rule, at, { data: { host: url.host, right } })
  else if (url.protocol !== 'https:') report(rule, at, { message: 'http' })
  else if (host.isOld === true && edition === 'current') report(rule, at, { message: 'old', data: { right } })
}

function judgePath({ report, edition }: CheckContext, url: URL, at: GalleryAddress['at']): void {
  const [first = '', second] = url.pathname.split('/').filter(Boolean)
  const right = widgetHosts[edition]
  if (second !== 'widgets') {
    report('embed-gallery-address', at, { message: 'path', data: { right } })
    return
  }
  const all = [...locales, ...uncertainLocales]
  if (all.includes(first)) return
  const message = all.includes(first.toLowerCase()) ? 'capitals' : 'locale'
  report('embed-gallery-address', at, { message, data: { given: first } })
}

function judgeParameter(context: CheckContext, name: string, value: string, at: GalleryAddress['at']): void {
  const { report, edition } = context
  const rule = 'embed-gallery-address'
  if (name.startsWith('parameters.')) {
    const declared = context.subject.facts.templateParameters
    const own = name.slice('parameters.'.length)
    if (declared === undefined) noteUndeclared(context, 'embed-gallery-parameters')
    else if (!declared.includes(own)) {
      const list = declared.length === 0 ? 'none' : declared.join(', ')
      report('embed-gallery-parameters', at, { data: { name: own, known: list } })
    }
    return
  }
  if (!known.includes(name)) {
    const near = nearest(name, known)
    if (near === undefined) report(rule, at, { message: 'unknown', data: { given: name } })
    else report(rule, at, { message: 'letters', data: { given: name, near } })
  } else if (name === 'destination' && value !== '' && value !== 'details' && value !== 'new')
    report(rule, at, { message: 'destination', data: { given: value } })
  else if (name === 'pagesize' && value !== '' && !/^[1-9]\d*$/.test(value))
    report(rule, at, { message: 'pagesize', data: { given: value } })
  else if (name === 'category' && edition === '2018-02') report(rule, at, { message: 'category' })
}
