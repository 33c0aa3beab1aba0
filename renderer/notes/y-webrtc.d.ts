/** What we use of y-webrtc, whose package shows its types to nobody. */
declare module 'y-webrtc' {
  import type { Awareness } from 'y-protocols/awareness'
  import type * as Y from 'yjs'

  export interface SignalingLine {
    readonly connected: boolean
    send(message: unknown): void
  }

  export class WebrtcProvider {
    constructor(
      roomName: string,
      doc: Y.Doc,
      options: {
        readonly signaling: readonly string[]
        readonly awareness: Awareness
        readonly maxConns: number
        readonly peerOpts: { readonly config: RTCConfiguration }
      },
    )
    readonly signalingConns: readonly SignalingLine[]
    on(
      event: 'peers',
      listener: (change: { readonly webrtcPeers: readonly string[]; readonly bcPeers: readonly string[] }) => void,
    ): void
    disconnect(): void
    destroy(): void
  }
}
