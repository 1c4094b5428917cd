import { z } from 'zod'
import { isvs } from '../../db/schema/index.ts'
import { changed, defineVerb } from '../define-verb.ts'
import { isvFields, requireFreeExternalId, requireOwner } from './isv-fields.ts'

/** Adds an ISV to the programme; its people are invited afterwards. */
export const createIsv = defineVerb({
  name: 'isv.create',
  where: 'programme',
  allowed: ['isv.create'],
  input: z.strictObject(isvFields),
  run: async ({ transaction, place, now, newId }, { name, externalId, ownerId, timeZone }) => {
    const { organizationId } = place
    const number = externalId === '' ? null : externalId
    await requireFreeExternalId(transaction, organizationId, number, '')
    await requireOwner(transaction, organizationId, ownerId)
    const id = newId('isv')
    await transaction.insert(isvs).values({
      id,
      isvId: id,
      organizationId,
      name,
      externalId: number,
      ownerId,
      timeZone,
      state: 'invited',
      createdAt: now,
      updatedAt: now,
    })
    return changed(
      { isvId: id },
      {
        action: 'isv.created',
        subjectType: 'isv',
        subjectId: id,
        sentence: { en: `added the ISV ${name}`, nl: `voegde de ISV ${name} toe` },
        detail: { isvId: id, name, externalId: number, ownerId, timeZone },
      },
    )
  },
})
