import { linesToBuy } from '@sevenstep/licensing-checks'
import type { OrderWish, WishedLine } from '@sevenstep/licensing-checks/purchase'
import * as z from 'zod/mini'
import type { OrderFileFlags } from '../commands/purchase-commands.ts'
import { exitCodes } from '../exit-codes.ts'
import { Failure } from '../failure.ts'
import { readJsonFile } from './read-json-file.ts'

const quantity = z.number().check(z.int(), z.positive())
const guid = z.string().check(z.guid('a GUID is expected'))
const orderShape = z.strictObject({
  $schema: z.optional(z.string()),
  customer: z.optional(z.string()),
  reference: z.optional(z.string()),
  lines: z
    .array(
      z.strictObject({
        skuId: guid,
        name: z.optional(z.string()),
        quantity,
        term: z.optional(z.string()),
        billing: z.optional(z.string()),
      }),
    )
    .check(z.minLength(1)),
})
const alternativeShape = z.object({
  id: z.enum(['per-user', 'per-process', 'mixed']),
  seatsLeft: z.number(),
  licences: z.array(
    z.object({
      product: z.enum(['per-user', 'per-process']),
      skuId: guid,
      name: z.string(),
      for: z.string(),
      quantity,
    }),
  ),
})
const planShape = z.object({ alternatives: z.array(alternativeShape) })

/** One way of a plan that was printed. */
export type PlannedAlternative = z.output<typeof alternativeShape>

/** What a file orders, with what the options add; the customer as it was named. */
export interface OrderInput extends Omit<OrderWish, 'customer'> {
  readonly customer: string
}

/**
 * Reads an order, or one way of a plan as an order.
 *
 * @throws Failure where the file is neither, or something is said nowhere.
 */
export function readOrderFile(path: string, folder: string, flags: OrderFileFlags): OrderInput {
  const words = {
    as: 'an order',
    fix: 'Write { "customer": …, "reference": …, "lines": [{ "skuId": …, "quantity": 1, "term": "P1M", "billing": "monthly" }] }, or give what "sevenstep licences plan --format json" wrote.',
  }
  const isPlan = holdsAlternatives(readJsonFile(path, folder, z.unknown(), words))
  const order = isPlan ? undefined : readJsonFile(path, folder, orderShape, words)
  const lines = order?.lines ?? linesToBuy(alternativeOf(readPlanFile(path, folder), flags, path))
  if (lines.length === 0) throw nothingToBuy(path)
  return {
    customer: said(flags.customer ?? order?.customer, '--customer', 'whose order it is'),
    reference: plainReference(said(flags.reference ?? order?.reference, '--reference', 'what names the order')),
    lines: lines.map((line) => wishedLine(line, flags)),
  }
}

function holdsAlternatives(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'alternatives' in value
}

/**
 * The way of a plan that was chosen.
 *
 * @throws Failure where there are several and none was, or none of that name.
 */
export function alternativeOf(
  alternatives: readonly PlannedAlternative[],
  { alternative }: Pick<OrderFileFlags, 'alternative'>,
  path: string,
): PlannedAlternative {
  const [first, ...more] = alternatives
  if (first === undefined) throw nothingToBuy(path)
  if (alternative === undefined && more.length === 0) return first
  const found = alternatives.find(({ id }) => id === alternative)
  if (found !== undefined) return found
  const names = alternatives.map(({ id }) => id).join(', ')
  throw new Failure(
    exitCodes.usage,
    alternative === undefined ? `${path} has several ways to buy.` : `${path} has no way "${alternative}".`,
    `It has ${names}.`,
    'Choose one of them with --alternative.',
  )
}

/** Reads a plan as `sevenstep licences plan --format json` writes it. */
export function readPlanFile(path: string, folder: string): readonly PlannedAlternative[] {
  const fix = 'Give what "sevenstep licences plan --format json" wrote.'
  return readJsonFile(path, folder, planShape, { as: 'a plan', fix }).alternatives
}

interface GivenLine {
  readonly skuId: string
  readonly name?: string | undefined
  readonly quantity: number
  readonly term?: string | undefined
  readonly billing?: string | undefined
}

function wishedLine({ skuId, name = skuId, quantity: count, ...line }: GivenLine, flags: OrderFileFlags): WishedLine {
  return {
    skuId,
    name,
    quantity: count,
    term: said(line.term ?? flags.term, '--term', `how long ${name} is bought for: P1M, P1Y or P3Y`),
    billing: said(line.billing ?? flags.billing, '--billing', `how ${name} is billed: monthly, annual or one_time`),
  }
}

/** The reference stands in journals, lists and on the order's lines. */
function plainReference(reference: string): string {
  if (/^[^\p{Cc}\p{Cf}]{1,100}$/u.test(reference) && reference.trim() === reference) return reference
  throw new Failure(
    exitCodes.usage,
    'The reference cannot name an order.',
    'It has control characters or blanks at its ends, or more than 100 characters.',
    'Choose a short one such as 2026-11-premium.',
  )
}

function said(value: string | undefined, option: string, what: string): string {
  if (value !== undefined && value.trim() !== '') return value
  throw new Failure(
    exitCodes.usage,
    `Nothing says ${what}.`,
    'Money depends on it, so nothing is assumed.',
    `Give ${option}, or write it into the file.`,
  )
}

function nothingToBuy(path: string): Failure {
  return new Failure(
    exitCodes.usage,
    `${path} has nothing to buy.`,
    'Everybody is covered, or the licences are held already and only have to be assigned.',
    'Look at "sevenstep licences plan", and at "sevenstep licences assign".',
  )
}
