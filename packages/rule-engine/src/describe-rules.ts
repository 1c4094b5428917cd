import type { RuleDescription, RuleSetting } from '@sevenstep/findings'
import { documentationOf, settingOf } from './check-subject.ts'
import type { RuleFamily } from './rule-family.ts'

/** Every rule of the families without what it takes to run it: for lists, pages, filters and SARIF. */
export function describeRules<Subject, Profile extends string, Edition extends string>(
  families: readonly RuleFamily<Subject, Profile, Edition>[],
  profiles: readonly Profile[],
  edition: Edition,
): readonly RuleDescription[] {
  return families.flatMap((family) =>
    Object.entries(family.rules).map(([id, text]): RuleDescription => {
      const settings: Record<string, RuleSetting> = {}
      for (const profile of profiles) settings[profile] = settingOf(text, { profile, edition })
      const mend = family.mends?.[id] === undefined ? undefined : text.mend
      return {
        id,
        group: family.group,
        title: text.title,
        settings,
        messages: text.messages,
        codes: text.codes ?? [],
        sources: text.sources,
        ...(mend !== undefined && { mend }),
        documentation: documentationOf(id),
      }
    }),
  )
}
