import type { CheckContext } from '../engine/rule-family.ts'

/** Says that nobody knows what the templates declare, and why what was read beside the page does not tell. */
export function noteUndeclared(
  { subject, notChecked }: Pick<CheckContext, 'subject' | 'notChecked'>,
  rule: string,
): void {
  const handed = subject.handedOn?.templateParameters
  const isRefused = handed !== undefined && handed.value === undefined
  notChecked(
    rule,
    `Which parameters the templates declare is not known.${isRefused ? ` ${handed.reason}` : ''}`,
    isRefused ? handed.handIn : 'Hand in the templates too.',
  )
}
