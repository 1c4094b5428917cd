/** The tenants that the emulator starts with; whoever deploys there rehearses. */
export const emulatorTenants: readonly string[] = [
  '0a0a0a0a-1111-4a4a-8a8a-000000000001',
  '0b0b0b0b-2222-4b4b-8b8b-000000000002',
  '0c0c0c0c-3333-4c4c-8c8c-000000000003',
]
