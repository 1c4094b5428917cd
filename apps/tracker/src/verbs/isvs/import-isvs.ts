import { z } from 'zod'
import type { AuditEntry } from '../../audit/event.ts'
import { isvs, products } from '../../db/schema/index.ts'
import { stateConflict } from '../../domain/failure.ts'
import { changed, defineVerb, type Touched, unchanged, type VerbContext } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { updateVersioned } from '../versioned.ts'
import { largestImport, readImport } from './import-file.ts'
import { type PlannedObject, planImport } from './import-plan.ts'
import { productsTouched } from './isv-at-hand.ts'
import { readImportPresent } from './read-import-present.ts'

/** Adds and changes ISVs and products from a file, all of it or nothing; what was shown before is what happens. */
export const importIsvs = defineVerb({
  name: 'isvs.import',
  where: 'programme',
  allowed: ['isv.create'],
  input: z.strictObject({
    content: z.string().max(largestImport.bytes),
    /** The hash of the plan that was shown. */
    shown: z.string().max(64),
  }),
  run: async (context, { content, shown }) => {
    const { transaction, place } = context
    const file = readImport(content)
    const present = await readImportPresent(transaction, place.organizationId, file.rows)
    const plan = planImport(file.rows, present)
    const [wrong] = [...file.problems, ...plan.problems]
    if (wrong !== undefined) throw invalidInput([{ field: `content.${wrong.line}`, message: wrong.reason }])
    if (plan.hash !== shown) throw movedOn()
    const entries: AuditEntry[] = []
    const touched: Touched[] = []
    const isvIds = new Map<string, string>()
    for (const planned of plan.objects) {
      const id = planned.object === 'isv' ? await putIsv(context, planned) : await putProduct(context, planned, isvIds)
      if (planned.object === 'isv') isvIds.set(planned.isvNumber, id)
      if (planned.outcome === 'same') continue
      entries.push(entryOf(planned, id))
      if (planned.object === 'product') touched.push({ productId: id, items: 'all' })
      else if (planned.outcome === 'update') touched.push(...(await productsTouched(transaction, id)))
    }
    const count = (outcome: PlannedObject['outcome']) => plan.objects.filter((one) => one.outcome === outcome).length
    const result = { created: count('create'), updated: count('update') }
    const [first, ...others] = entries
    return first === undefined ? unchanged(result) : changed(result, [first, ...others], { touched: onceEach(touched) })
  },
})

async function putIsv(context: VerbContext, planned: Extract<PlannedObject, { object: 'isv' }>): Promise<string> {
  const { transaction, place, now, newId } = context
  const { id, version, wanted, isvNumber, outcome } = planned
  if (id !== undefined) {
    if (outcome === 'update') await updateVersioned(transaction, isvs, { id, version }, { ...wanted, updatedAt: now })
    return id
  }
  const made = newId('isv')
  await transaction.insert(isvs).values({
    id: made,
    isvId: made,
    organizationId: place.organizationId,
    externalId: isvNumber,
    state: 'invited',
    ...wanted,
    createdAt: now,
    updatedAt: now,
  })
  return made
}

async function putProduct(
  context: VerbContext,
  planned: Extract<PlannedObject, { object: 'product' }>,
  isvIds: ReadonlyMap<string, string>,
): Promise<string> {
  const { transaction, place, now, newId } = context
  const { id, version, wanted, number, isvNumber, outcome } = planned
  if (id !== undefined) {
    if (outcome === 'update')
      await updateVersioned(transaction, products, { id, version }, { ...wanted, updatedAt: now })
    return id
  }
  const isvId = isvIds.get(isvNumber)
  // The plan names each ISV before its products.
  if (isvId === undefined) throw new Error('An import names a product before its ISV.')
  const made = newId('prd')
  await transaction.insert(products).values({
    id: made,
    isvId,
    organizationId: place.organizationId,
    externalId: number,
    targets: { steps: {} },
    ...wanted,
    createdAt: now,
    updatedAt: now,
  })
  return made
}

function entryOf(planned: PlannedObject, id: string): AuditEntry {
  const { object, outcome, wanted, changes, line } = planned
  const { name } = wanted
  const isNew = outcome === 'create'
  return {
    action: `${object}.imported`,
    subjectType: object,
    subjectId: id,
    sentence: {
      en: `${isNew ? 'added' : 'changed'} the ${object === 'isv' ? 'ISV' : 'product'} ${name} from a file`,
      nl: `${isNew ? 'voegde' : 'wijzigde'} ${object === 'isv' ? 'de ISV' : 'het product'} ${name} ${isNew ? 'toe ' : ''}uit een bestand`,
    },
    detail: { line, outcome, ...(isNew ? { ...wanted } : { changes }) },
  }
}

/** A product that is changed itself and whose ISV is changed too is brought up to date once. */
function onceEach(touched: readonly Touched[]): Touched[] {
  const byProduct = new Map<string, Touched>()
  for (const one of touched) if (byProduct.get(one.productId)?.items !== 'all') byProduct.set(one.productId, one)
  return [...byProduct.values()].sort((a, b) => (a.productId < b.productId ? -1 : 1))
}

function movedOn() {
  return stateConflict(
    {
      en: 'Nothing was imported: it would no longer do what you were shown.',
      nl: 'Er is niets geïmporteerd: de uitkomst zou anders zijn dan wat u zag.',
    },
    {
      en: 'Choose the file again and look at the new report.',
      nl: 'Kies het bestand opnieuw en bekijk het nieuwe overzicht.',
    },
  )
}
