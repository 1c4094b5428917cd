import { type FamilyTable, testFamily } from '@sevenstep/rule-engine/testing'
import type { RuleFamily } from '../engine/rule-family.ts'
import { connectorRoom } from './connector-room.ts'
import type { Given } from './given-connector.ts'

/** Tests a family over connectors: its table, its page, and what the shared tester adds to every family. */
export function testRuleFamily(family: RuleFamily, testUrl: string, table: FamilyTable<Given>): void {
  testFamily(connectorRoom, family, testUrl, table)
}
