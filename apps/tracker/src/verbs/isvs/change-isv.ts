import { z } from 'zod'
import { isvs } from '../../db/schema/index.ts'
import { refuseArchived } from '../checklist/product-for-change.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { updateVersioned } from '../versioned.ts'
import { isvForChange, productsTouched } from './isv-at-hand.ts'
import { isvFields, requireFreeExternalId } from './isv-fields.ts'

/** Changes what is known of an ISV: its name, number and time zone. Who looks after it, `assignIsvs` changes. */
export const changeIsv = defineVerb({
  name: 'isv.change',
  where: 'isv',
  allowed: ['isv.manage'],
  input: z.strictObject({
    version: z.int(),
    name: isvFields.name,
    externalId: isvFields.externalId,
    timeZone: isvFields.timeZone,
  }),
  run: async ({ transaction, place, now }, { version, ...wanted }) => {
    const { organizationId, isvId } = place
    const before = await isvForChange(transaction, isvId)
    refuseArchived(before)
    const after = { ...wanted, externalId: wanted.externalId === '' ? null : wanted.externalId }
    const { name, externalId, timeZone } = before
    const old = { name, externalId, timeZone }
    if (JSON.stringify(old) === JSON.stringify(inOrder(after))) return unchanged({ isvId })
    await requireFreeExternalId(transaction, organizationId, after.externalId, isvId)
    await updateVersioned(transaction, isvs, { id: isvId, version }, { ...after, updatedAt: now })
    return changed(
      { isvId },
      {
        action: 'isv.changed',
        subjectType: 'isv',
        subjectId: isvId,
        sentence: sentenceOf(before.name, after.name),
        detail: { isvId, before: old, after: inOrder(after) },
      },
      { touched: await productsTouched(transaction, isvId) },
    )
  },
})

type Fields = { name: string; externalId: string | null; timeZone: string }

function inOrder({ name, externalId, timeZone }: Fields): Fields {
  return { name, externalId, timeZone }
}

function sentenceOf(before: string, after: string) {
  return before === after
    ? { en: `changed the data of ${after}`, nl: `wijzigde de gegevens van ${after}` }
    : { en: `renamed ${before} to ${after}`, nl: `hernoemde ${before} tot ${after}` }
}
