import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import type * as z from 'zod/mini'
import { ASK_CHANNELS, type AskName, type DesktopBridge } from '../../shared/desktop-bridge.ts'
import { askPayloads } from './ask-payloads.ts'
import type { DesktopLog } from './desktop-log.ts'
import { isOwnAddress } from './navigation.ts'

/** The page that asks, as far as an answer needs it. */
type Asker = Pick<WebContents, 'print'>

/** One function per request of the bridge, with the arguments its schema lets through. */
export type AskHandlers = {
  readonly [Name in AskName]: (
    args: z.infer<(typeof askPayloads)[Name]>,
    asker: Asker,
  ) => ReturnType<DesktopBridge[Name]> | Awaited<ReturnType<DesktopBridge[Name]>>
}

type AskEvent = Pick<IpcMainInvokeEvent, 'senderFrame'> & { readonly sender: Asker }

/** Registers every request. Only the top frame of one of our own pages is answered, and only well-formed requests. */
export function registerHandlers(
  ipcMain: { handle(channel: string, listener: (event: AskEvent, ...args: unknown[]) => unknown): void } & Pick<
    IpcMain,
    'handle'
  >,
  handlers: AskHandlers,
  log: DesktopLog,
): void {
  for (const name of Object.keys(ASK_CHANNELS) as AskName[]) register(name)

  function register<Name extends AskName>(name: Name): void {
    const handle: (args: never, asker: Asker) => unknown = handlers[name]
    ipcMain.handle(ASK_CHANNELS[name], async (event: AskEvent, ...args: unknown[]) => {
      if (!isOwnTopFrame(event.senderFrame)) return refuse(name, 'sender')
      const payload = askPayloads[name].safeParse(args)
      return payload.success ? handle(payload.data as never, event.sender) : refuse(name, 'payload')
    })
  }

  function refuse(name: AskName, why: 'sender' | 'payload'): never {
    log('requestRefused', `${name}: ${why}`)
    throw new Error('refused')
  }
}

function isOwnTopFrame(frame: AskEvent['senderFrame']): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url)
}
