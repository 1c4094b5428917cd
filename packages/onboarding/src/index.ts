export type * from './item.ts'
export type * from './product-state.ts'
export * from './vocabulary.ts'
