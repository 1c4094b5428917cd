import { type FamilyTable, testFamily } from '@sevenstep/rule-engine/testing'
import type { RuleFamily } from '../checks/rule-family.ts'
import type { GivenPackage } from './given-package.ts'
import { packageRoom } from './package-room.ts'

/** Tests a family over packages: its table, its page, and what the shared tester adds to every family. */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable<GivenPackage>): void {
  testFamily(packageRoom, family, testUrl, table)
}
