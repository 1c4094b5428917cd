import { optionKeys, settingKeys, type WidgetKind, widgetKindOf, widgetKinds } from '../data/widget-catalogue.ts'
import type { Entry, Value } from '../script/value.ts'
import { nearest } from './nearest.ts'

/** Names that the documentation or habit gives options, and what the script calls them. */
const optionSlips: Readonly<Record<string, string>> = {
  templateSettings: 'templatesSettings',
  approvalSettings: 'approvalCenterSettings',
  approvalsSettings: 'approvalCenterSettings',
  flowSettings: 'flowsSettings',
}

/** Options of our own wrapper: Microsoft's, with names of its own for two of them. */
export const wrapperKeys: readonly string[] = [
  ...optionKeys.filter((key) => key !== 'errorHandler' && key !== 'iframeTitle'),
  'texts',
  'title',
]

const anyOption = [...new Set([...optionKeys, ...wrapperKeys])]

/** What an unknown option is called: a known slip, or the name that is nearest; undefined where none is near. */
export function meantOption(
  key: string,
  known: readonly string[],
): { readonly name: string; readonly isSlip: boolean } | undefined {
  const slip = Object.hasOwn(optionSlips, key) ? optionSlips[key] : undefined
  const name = slip ?? nearest(key, known)
  return name === undefined ? undefined : { name, isSlip: slip !== undefined }
}

/** The group of settings that an option is or is meant to be; undefined for any other option. */
export function meantGroup(key: string): string | undefined {
  const name = anyOption.includes(key) ? key : meantOption(key, anyOption)?.name
  return name !== undefined && Object.hasOwn(settingKeys, name) ? name : undefined
}

/**
 * The kind that a type names or is meant to name, so that what follows from it is said before it is mended, not after;
 * undefined for what is nothing like any.
 */
export function meantKind(type: string): WidgetKind | undefined {
  const types = widgetKinds.map((kind) => kind.type)
  return widgetKindOf(type) ?? widgetKindOf(type === 'runtime' ? 'flowsRuntime' : (nearest(type, types) ?? ''))
}

/** The entry of an object under a key, or under a slip of it: what stands there is judged as it will be once that is mended. */
export function meantEntry(
  { entries }: Extract<Value, { kind: 'object' }>,
  path: readonly string[],
): Entry | undefined {
  const key = path.at(-1) ?? ''
  const found = entries.get(key)
  if (found !== undefined || path.length > 2) return found
  const known = path.length === 1 ? anyOption : (settingKeys[path[0] ?? ''] ?? [])
  if (!known.includes(key)) return undefined
  return [...entries.values()].find((one) => {
    if (known.includes(one.key)) return false
    return (path.length === 1 ? meantOption(one.key, known)?.name : nearest(one.key, known)) === key
  })
}
