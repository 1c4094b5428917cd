import type { MendContext, Reporting } from '@sevenstep/rule-engine'
import type { WidgetKind } from '../data/widget-catalogue.ts'
import type { EmbedSubject } from '../engine/embed-subject.ts'
import type { GalleryAddress, HostPage, Rendering, SdkCreation } from '../page/host-page.ts'
import { namesSdk } from '../page/names-sdk.ts'
import type { Entry, Value } from '../script/value.ts'
import { meantEntry, meantKind } from './meant.ts'

type Looking = Reporting & { readonly subject: EmbedSubject }

/**
 * Says of rules that look at scripts that they could not look at some: those that were not read or not given. True where
 * there is such a part.
 */
export function noteUnseen({ subject: { page }, notChecked }: Looking, rules: readonly string[]): boolean {
  const unseen = unseenParts(page)
  for (const { reason, handIn } of unseen) for (const rule of rules) notChecked(rule, reason, handIn)
  return unseen.length > 0
}

/**
 * Calls `judge` for every widget that scripts show. All rules given say that they could not look where scripts were not
 * read or not given, and where no widget is shown at all: that nothing was found proves nothing then.
 */
export function eachRendering(context: Looking, rules: readonly string[], judge: (rendering: Rendering) => void): void {
  const { page } = context.subject
  if (!noteUnseen(context, rules) && page.renderings.length === 0) noteAbsent(context, rules)
  for (const rendering of page.renderings) judge(rendering)
}

/** The same for every SDK that scripts make. */
export function eachCreation(context: Looking, rules: readonly string[], judge: (creation: SdkCreation) => void): void {
  const { page } = context.subject
  if (!noteUnseen(context, rules) && page.creations.length === 0) noteAbsent(context, rules)
  for (const creation of page.creations) judge(creation)
}

/** The same for every address of a gallery of templates. */
export function eachGallery(
  context: Looking,
  rules: readonly string[],
  judge: (gallery: GalleryAddress) => void,
): void {
  const { page } = context.subject
  const isUnseen = noteUnseen(context, rules)
  for (const { at, why } of page.unfollowedGalleries) {
    for (const rule of rules) context.notChecked(rule, reasonOf({ kind: 'unknown', why, at }))
  }
  if (!isUnseen && page.galleries.length + page.unfollowedGalleries.length === 0) {
    for (const rule of rules)
      context.notChecked(rule, 'No gallery of templates is shown here.', 'Hand in the page that shows one.')
  }
  for (const gallery of page.galleries) judge(gallery)
}

/**
 * Says of rules about widgets, whose like is asked of galleries too, that there is none to look at: not where a page shows
 * a gallery and nothing that would show a widget.
 */
export function noteNoWidget(context: Looking, rules: readonly string[]): void {
  const { galleries, unfollowedGalleries, renderings, sdkReferences, creations } = context.subject.page
  const isOfGallery = galleries.length + unfollowedGalleries.length > 0 && sdkReferences.length + creations.length === 0
  if (!noteUnseen(context, rules) && renderings.length === 0 && !isOfGallery) noteAbsent(context, rules)
}

/**
 * Says of a rule about parameters of templates that the page passes none, whichever way: neither in the address of a gallery
 * nor in the options of a widget.
 */
export function noteNoParameters(context: Looking, rule: string): void {
  const { galleries, unfollowedGalleries, renderings } = context.subject.page
  if (noteUnseen(context, [rule]) || unfollowedGalleries.length > 0) return
  const isPassed =
    galleries.some(({ address }) => /[?&]parameters\./.test(address)) ||
    renderings.some((rendering) => mayPassParameters(rendering))
  if (isPassed) return
  context.notChecked(rule, 'No parameter is passed to a template.', 'Hand in the page that passes them.')
}

/** True also where the options were not followed: the rule says so itself. */
function mayPassParameters({ options }: Rendering): boolean {
  if (options === undefined) return false
  if (options.kind !== 'object') return options.kind === 'unknown'
  const settings = meantEntry(options, ['templatesSettings'])?.value
  if (settings?.kind !== 'object') return settings?.kind === 'unknown' || !options.isWhole
  return meantEntry(settings, ['templatesSettings', 'defaultParams']) !== undefined || !settings.isWhole
}

/** Says of rules about whatever is embedded that there is nothing: neither a widget nor a gallery. */
export function noteNothingShown(context: Looking, rules: readonly string[]): void {
  const { galleries, unfollowedGalleries, portalFrames, renderings, creations } = context.subject.page
  const shown = [galleries, unfollowedGalleries, portalFrames, renderings, creations]
  const isShown = shown.some(({ length }) => length > 0)
  if (!noteUnseen(context, rules) && !isShown) noteAbsent(context, rules)
}

/** Says of rules about widgets that there is none to look at. */
export function noteAbsent({ subject: { page }, notChecked }: Looking, rules: readonly string[]): void {
  const isExpected = page.sdkReferences.length + page.creations.length + page.renderings.length > 0
  const reason = isExpected
    ? 'No call that makes the SDK and shows a widget was found in the scripts given.'
    : 'No widget is shown here.'
  const handIn = isExpected
    ? 'Hand in the scripts with new MsFlowSdk and renderWidget too.'
    : 'Hand in the page that shows widgets, with its scripts.'
  for (const rule of rules) notChecked(rule, reason, handIn)
}

interface UnseenPart {
  readonly reason: string
  readonly handIn?: string
}

const unseenByPage = new WeakMap<HostPage, readonly UnseenPart[]>()

/** Scripts and pages that may hold what was not seen; empty where everything was. */
function unseenParts(page: HostPage): readonly UnseenPart[] {
  const known = unseenByPage.get(page)
  if (known !== undefined) return known
  const parts = new Map<string, UnseenPart>()
  for (const { reason } of page.unread) parts.set(reason, { reason })
  for (const { address, at, isLocal } of page.missing) {
    // Microsoft's script holds nothing of the page, wherever it was copied to.
    if (!isLocal || parts.has(address) || namesSdk(address)) continue
    const reason = `${address} is named by ${at.file.path} and was not given.`
    parts.set(address, { reason, handIn: 'Hand it in together with the page.' })
  }
  const found = [...parts.values()]
  unseenByPage.set(page, found)
  return found
}

/** Says of rules that what is done with a widget was not seen to its end; true where that is so. */
export function noteUnfollowed(
  { notChecked }: Reporting,
  rules: readonly string[],
  { at, unseen }: Rendering,
): boolean {
  if (unseen === undefined) return false
  for (const rule of rules) {
    notChecked(rule, `${at.file.path}: what is done with the widget was not followed: ${unseen}.`)
  }
  return true
}

/** Says that the requests for tokens of one widget go unheard, which is named since others of the file may be heard. */
export function unheardBy({ at, type }: Rendering): string {
  const name = type?.kind === 'text' ? `the widget "${type.text}"` : 'one of the widgets'
  return `${at.file.path}: nobody listens to GET_ACCESS_TOKEN of ${name}`
}

/** The kind of a widget, or the one that is meant; where its type cannot be told, the rules say so. */
export function kindOf(
  { notChecked }: Reporting,
  rules: readonly string[],
  { type }: Rendering,
): WidgetKind | undefined {
  if (type?.kind === 'unknown') for (const rule of rules) notChecked(rule, reasonOf(type))
  return type?.kind === 'text' ? meantKind(type.text) : undefined
}

/**
 * Gives the entry at a path of a widget's options, or under names that are slips of it. Undefined where it is not there;
 * where it cannot be told, the rule says so and nothing is given either: `isMissing` tells the two apart.
 */
export function optionAt(
  { notChecked }: Reporting,
  rule: string,
  { options }: Pick<Rendering, 'options'>,
  ...path: readonly string[]
): { readonly entry?: Entry; readonly isMissing: boolean } {
  let value = options
  let entry: Entry | undefined
  for (let depth = 1; depth <= path.length; depth++) {
    if (value?.kind === 'unknown') {
      notChecked(rule, reasonOf(value))
      return { isMissing: false }
    }
    if (value?.kind !== 'object') return { isMissing: true }
    entry = meantEntry(value, path.slice(0, depth))
    if (entry === undefined) {
      if (!value.isWhole) notChecked(rule, partElsewhere(value))
      return { isMissing: value.isWhole }
    }
    value = entry.value
  }
  if (value?.kind === 'unknown') notChecked(rule, reasonOf(value))
  return { ...(entry !== undefined && { entry }), isMissing: false }
}

/** Said of an object of which a part is spread or named by something unknown. */
export function partElsewhere({ at }: Value): string {
  return `${at.file.path}: a part of the options is put in from elsewhere.`
}

/** Why a value is not known, for people: the expression and what stopped us. */
export function reasonOf({ why, at }: Extract<Value, { kind: 'unknown' }>): string {
  const text = at.file.text.slice(at.start, Math.min(at.end, at.start + 40)).replace(/\s+/g, ' ')
  return `${at.file.path}: "${text}${at.end - at.start > 40 ? '…' : ''}" was not followed: ${why}.`
}

/** How a value looks in a message: a text as it is, anything else as it was written. */
export function wordsOf(value: Value): string {
  return value.kind === 'text' ? value.text : value.at.file.text.slice(value.at.start, value.at.end)
}

type Mending = Pick<MendContext<EmbedSubject>, 'subject' | 'path' | 'start' | 'end' | 'edit'>

/** Writes another word into a text literal, in the quotes that stand there; writes nothing where the place is no literal. */
export function writeText({ subject, path, start, end, edit }: Mending, word: string): void {
  const quote = textOf(subject, path)[start] ?? ''
  if ('\'"`'.includes(quote)) edit.replace(start, end, `${quote}${word}${quote}`)
}

/** Writes another key; nothing where the key is a variable's name as well. */
export function writeKey({ subject, path, start, end, edit }: Mending, key: string): void {
  if (/^\s*:/.test(textOf(subject, path).slice(end, end + 200))) edit.replace(start, end, key)
}

function textOf({ page }: EmbedSubject, path: string): string {
  return page.files.find((file) => file.path === path)?.text ?? ''
}
