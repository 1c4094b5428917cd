export * from './people.ts'
export * from './products.ts'
export * from './proof.ts'
export * from './record.ts'
