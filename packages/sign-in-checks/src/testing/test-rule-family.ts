import { type FamilyTable, testFamily } from '@sevenstep/rule-engine/testing'
import type { RuleFamily } from '../engine/rule-family.ts'
import type { Given } from './given-registration.ts'
import { registrationRoom } from './registration-room.ts'

/** Tests a family over registrations: its table, its page, and what the shared tester adds to every family. */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable<Given>): void {
  testFamily(registrationRoom, family, testUrl, table)
}
