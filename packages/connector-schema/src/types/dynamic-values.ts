/**
 * What is handed to the operation a dynamic list calls: a fixed value, or the value of one of the caller's parameters.
 * Page "OpenAPI extensions".
 */
export type DynamicArgument = string | number | boolean | null | readonly string[] | { readonly parameter: string }

/** `x-ms-dynamic-values`: a list of choices another operation returns. Page "OpenAPI extensions". */
export interface DynamicValues {
  /** The operation to call; instead of it may stand `builtInOperation` or `capability`. */
  operationId?: string
  /** An operation of the platform: `AadGraph.GetUsers`. */
  builtInOperation?: string
  /** A capability declared at the root: `file-picker`. */
  capability?: string
  parameters?: Record<string, DynamicArgument>
  /** Path to the array in the answer: a JSON pointer without its first slash. Absent: the answer is the array. */
  'value-collection'?: string
  /** Path to the text shown, in an item. */
  'value-title'?: string
  /** Path to the value sent, in an item. */
  'value-path'?: string
}

/**
 * An argument by value or by reference into parameters and bodies; exactly one of the two. Page "OpenAPI extensions".
 */
export type ReferencedArgument =
  | { readonly value: string | number | boolean | null | readonly string[] }
  | { readonly parameterReference: string; readonly required?: boolean }

/** `x-ms-dynamic-list`: like `x-ms-dynamic-values`, with references that are never ambiguous. Page "OpenAPI extensions". */
export interface DynamicList {
  operationId?: string
  builtInOperation?: string
  parameters?: Record<string, ReferencedArgument>
  itemsPath?: string
  itemTitlePath?: string
  itemValuePath?: string
}

/** `x-ms-dynamic-schema`: a schema another operation returns. Page "OpenAPI extensions". */
export interface DynamicSchema {
  operationId: string
  parameters?: Record<string, DynamicArgument>
  /** Path to the schema in the answer; absent: the answer's properties are the schema. */
  'value-path'?: string
}

/** `x-ms-dynamic-properties`: like `x-ms-dynamic-schema`, with references that are never ambiguous. Page "OpenAPI extensions". */
export interface DynamicProperties {
  operationId: string
  parameters?: Record<string, ReferencedArgument>
  itemValuePath?: string
}

/** One of the two calls of `x-ms-dynamic-tree`. */
export interface DynamicTreeCall {
  operationId: string
  parameters?: Record<string, ReferencedArgument | { readonly selectedItemValuePath: string }>
  itemsPath?: string
  itemTitlePath?: string
  itemValuePath?: string
  /** Path to the boolean that tells folders from leaves. */
  itemIsParent?: string
  itemFullTitlePath?: string
}

/** `x-ms-dynamic-tree`: a file picker over two operations. The published definition schema. */
export interface DynamicTree {
  settings?: {
    canSelectParentNodes?: boolean
    canSelectLeafNodes?: boolean
  }
  /** Fills the first level. */
  open?: DynamicTreeCall
  /** Fills the level below the item chosen. */
  browse?: DynamicTreeCall
}

/** One name for one value of an `enum`: an item of `x-ms-enum-values`. Page "OpenAPI extensions". */
export interface EnumValue {
  value: string | number | boolean
  displayName: string
}
