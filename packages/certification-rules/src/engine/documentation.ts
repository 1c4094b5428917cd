/** Where a rule's page stands, from the root of the project's repository. */
export function documentationOf(rule: string): string {
  return `docs/rules/${rule}.md`
}
