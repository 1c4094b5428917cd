import { allOperations } from '@sevenstep/cloud-access/operations'
import { describe, expect, it } from 'vitest'
import { allAnswers } from '../answers.ts'

describe('the services together', () => {
  it('answer every operation that is stated', () => {
    const answered = new Set(allAnswers.map(({ operation }) => operation.id))
    expect(allOperations.map(({ id }) => id).filter((id) => !answered.has(id))).toEqual([])
  })
})
