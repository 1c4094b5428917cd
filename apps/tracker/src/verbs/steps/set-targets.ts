import { type CalendarDate, localDate, type StepId, stepIds, type Targets } from '@sevenstep/onboarding'
import { z } from 'zod'
import { products } from '../../db/schema/index.ts'
import { productForChange } from '../checklist/product-for-change.ts'
import { changed, defineVerb, unchanged } from '../define-verb.ts'
import { invalidInput } from '../parse-input.ts'
import { updateVersioned } from '../versioned.ts'

/** A day to set, or null to take the day away; what is absent stays as it is. */
const day = z.iso.date().nullable().optional()

const input = z.strictObject({
  productId: z.string(),
  version: z.int(),
  product: day,
  /** The step that `day` is for; absent where only the product's own target is set. */
  step: z.int().min(1).max(7).optional(),
  day,
})

/** Sets the days by which a product, and a step of it, should be finished. */
export const setTargets = defineVerb({
  name: 'targets.set',
  where: 'isv',
  allowed: ['targets.set'],
  input,
  run: async ({ transaction, now }, { productId, version, product: productDay, step, day: stepDay }) => {
    const { product, isv } = await productForChange(transaction, productId)
    const today = localDate(now.toISOString(), { timeZone: isv.timeZone, holidays: [] })
    const before = product.targets
    const stepId = stepIds.find((id) => id === step)
    const targets = withDays(before, productDay, stepId, stepDay)
    const wrong = [
      ...(isPast(targets.product, before.product, today) ? [{ field: 'product', message: pastDay }] : []),
      ...(stepId !== undefined && isPast(targets.steps[stepId], before.steps[stepId], today)
        ? [{ field: 'day', message: pastDay }]
        : []),
    ]
    if (wrong.length > 0) throw invalidInput(wrong)
    if (JSON.stringify(ordered(targets)) === JSON.stringify(ordered(before))) return unchanged({ productId })
    await updateVersioned(transaction, products, { id: productId, version }, { targets, updatedAt: now })
    return changed(
      { productId },
      {
        action: 'targets.set',
        subjectType: 'product',
        subjectId: productId,
        sentence: sentenceOf(product.name, productDay, stepId, stepDay),
        detail: { productId, ...(stepId !== undefined && { step: stepId }), before, after: targets },
      },
      { touched: [{ productId, items: [] }] },
    )
  },
})

const pastDay = { en: 'Choose today or a later day.', nl: 'Kies vandaag of een latere dag.' }

type Wish = CalendarDate | null | undefined

function withDays(before: Targets, product: Wish, step: StepId | undefined, day: Wish): Targets {
  const { product: productBefore, steps } = before
  const nextProduct = product === undefined ? productBefore : product
  const nextSteps: Partial<Record<StepId, CalendarDate>> = { ...steps }
  if (step !== undefined && day === null) delete nextSteps[step]
  if (step !== undefined && typeof day === 'string') nextSteps[step] = day
  return { ...(typeof nextProduct === 'string' && { product: nextProduct }), steps: nextSteps }
}

/** A day already agreed may have passed; only a new one has to lie ahead. */
function isPast(day: CalendarDate | undefined, before: CalendarDate | undefined, today: CalendarDate): boolean {
  return day !== undefined && day !== before && day < today
}

function ordered({ product, steps }: Targets): readonly (string | null)[] {
  return [product ?? null, ...stepIds.map((step) => steps[step] ?? null)]
}

function sentenceOf(name: string, product: Wish, step: StepId | undefined, day: Wish) {
  const en: string[] = []
  const nl: string[] = []
  if (product !== undefined) {
    en.push(product === null ? `took away the target of ${name}` : `set the target of ${name} to ${product}`)
    nl.push(
      product === null ? `haalde de streefdatum van ${name} weg` : `zette de streefdatum van ${name} op ${product}`,
    )
  }
  if (step !== undefined && day !== undefined) {
    en.push(
      day === null
        ? `took away the target of step ${step} of ${name}`
        : `set the target of step ${step} of ${name} to ${day}`,
    )
    nl.push(
      day === null
        ? `haalde de streefdatum van stap ${step} van ${name} weg`
        : `zette de streefdatum van stap ${step} van ${name} op ${day}`,
    )
  }
  return { en: en.join(' and '), nl: nl.join(' en ') }
}
