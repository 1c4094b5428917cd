import type { Operation } from '../operation.ts'
import { getBlob, putBlob, putBlock, putBlockList } from './blobs.ts'

export { getBlob, putBlob, putBlock, putBlockList }

/** Every operation of signed addresses. */
export const storageOperations: readonly Operation[] = [putBlob, putBlock, putBlockList, getBlob]
