import type { Prices } from '@sevenstep/licensing-checks'
import * as z from 'zod/mini'
import { exitCodes } from '../exit-codes.ts'
import { readJsonFile } from './read-json-file.ts'

const price = z.object({ amount: z.number(), currency: z.string() })
const pricesShape = z.strictObject({ perUser: z.optional(price), perProcess: z.optional(price) })

/**
 * Reads prices as a partner gives them.
 *
 * @throws Failure when the file cannot be read or has another form.
 */
export function readPrices(path: string, folder: string): Prices {
  const fix =
    'Write { "perUser": { "amount": 15, "currency": "EUR" }, "perProcess": { "amount": 150, "currency": "EUR" } }.'
  // Undefined members are left out by zod, so the exact optional types hold; zod's output type only cannot say so.
  return readJsonFile(path, folder, pricesShape, { as: 'prices', fix, exitCode: exitCodes.usage }) as Prices
}
