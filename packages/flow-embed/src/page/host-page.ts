import type { JudgedFile } from '@sevenstep/rule-engine'
import type { AnyNode } from 'acorn'
import type { Script, TextPlace, UnreadScript } from '../script/script.ts'
import type { FunctionNode } from '../script/script-nodes.ts'
import type { Following, Value } from '../script/value.ts'
import type { HtmlPage, PageElement } from './html-page.ts'

/** A file as it comes in: its path inside what is checked, with `/` between folders, and its text. */
export interface GivenFile {
  readonly path: string
  readonly text: string
}

/** How a page comes by Microsoft's script: an element, or an address in a script. */
export interface SdkReference {
  readonly address: string
  readonly at: TextPlace
  /** Undefined where a script loads it. */
  readonly element: PageElement | undefined
}

/** `new MsFlowSdk(…)`, or `openFlowWidgets(…)` of this package. */
export interface SdkCreation {
  readonly by: 'microsoft' | 'wrapper'
  readonly script: Script
  readonly node: AnyNode
  readonly at: TextPlace
  /** Undefined where nothing is given. */
  readonly options: Value | undefined
}

/** One listener of a widget. */
export interface Listener {
  readonly event: string
  readonly eventAt: TextPlace
  readonly callback: Value
  readonly node: AnyNode
  readonly script: Script
  readonly at: TextPlace
}

/** A call on a widget beside listening: notify, dispose, ask. */
export interface WidgetCall {
  readonly name: string
  readonly first: Value | undefined
  readonly node: AnyNode
  readonly script: Script
  readonly at: TextPlace
}

/** One widget that a script shows. */
export interface Rendering {
  readonly by: 'microsoft' | 'wrapper'
  readonly script: Script
  readonly node: AnyNode
  /** The name of the function that is called, for places. */
  readonly at: TextPlace
  readonly type: Value | undefined
  readonly options: Value | undefined
  readonly listeners: Listener[]
  readonly calls: WidgetCall[]
  /** Why somebody else may listen or call too; undefined where all is seen. */
  unseen: string | undefined
}

/** An address of the gallery of templates: of a frame or in a script. */
export interface GalleryAddress {
  readonly address: string
  readonly at: TextPlace
  readonly element: PageElement | undefined
}

/** A frame of a page of Microsoft's hosts that is no gallery of templates. */
export interface PortalFrame {
  readonly address: string
  readonly at: TextPlace
  readonly element: PageElement
}

/** A script that is named and was not given. */
export interface MissingScript {
  readonly address: string
  readonly at: TextPlace
  /** False for scripts of other hosts. */
  readonly isLocal: boolean
  /** Paths that it may stand for, best first. */
  readonly paths: readonly string[]
}

/** A function that takes messages of other windows. */
export interface MessageHandler {
  readonly node: FunctionNode
  readonly script: Script
  readonly at: TextPlace
}

/** Pages and scripts as one model whose every part knows its place. */
export interface HostPage {
  readonly files: readonly JudgedFile[]
  /** Whole documents. */
  readonly pages: readonly HtmlPage[]
  /** The documents, and the markup of components in JSX and in templates of Vue. */
  readonly markup: readonly HtmlPage[]
  readonly scripts: readonly Script[]
  readonly unread: readonly UnreadScript[]
  /** Scripts that pages name or modules take in and nobody gave; those of other hosts too. */
  readonly missing: readonly MissingScript[]
  readonly following: Following
  readonly sdkReferences: readonly SdkReference[]
  readonly sdkCopies: readonly TextPlace[]
  readonly creations: readonly SdkCreation[]
  readonly renderings: readonly Rendering[]
  readonly galleries: readonly GalleryAddress[]
  /** Places that lead to a gallery by an address that could not be followed, each with the reason. */
  readonly unfollowedGalleries: readonly { readonly at: TextPlace; readonly why: string }[]
  readonly portalFrames: readonly PortalFrame[]
  readonly messageHandlers: readonly MessageHandler[]
}
