import path from 'node:path'
import { type HostStatus, SHELL_ORIGIN } from '../../shared/desktop-bridge.ts'
import { appPages } from './app-protocol.ts'
import { keepAwake } from './awake.ts'
import type { Facade } from './facade.ts'
import { type HostProcess, hostProcess } from './host-process.ts'
import { type AskHandlers, registerHandlers } from './ipc.ts'
import { menuTemplate } from './menu.ts'
import { guardContents } from './navigation.ts'
import { guardPermissions } from './permissions.ts'
import { shellWindows, type Windows } from './windows.ts'

/** Chromium hides a laptop's address from peers in the same room, who then find each other only where multicast works. */
const SHOW_LOCAL_ADDRESSES = 'WebRtcHideLocalIpsWithMdns'
const EXIT_FAILED = 1
const NO_HOST = '议事厅不能继续'
/** Ends of a page that a fresh start may mend; one that could not even start would go on for ever. */
const FALLEN: readonly string[] = ['crashed', 'oom', 'killed', 'abnormal-exit']

/** Starts the shell: one instance, guards before the first page, the host, then its window. Ends with the last window. */
export function startShell(facade: Facade): void {
  const { app, commandLine, log, protocol } = facade
  // First of all: a second instance must touch neither the data folder nor the session.
  if (!app.requestSingleInstanceLock()) return app.quit()
  app.enableSandbox()
  // One call: a second one for the same switch would replace the first.
  commandLine.appendSwitch('disable-features', SHOW_LOCAL_ADDRESSES)
  protocol.registerSchemesAsPrivileged([
    { scheme: SHELL_ORIGIN.scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.on('child-process-gone', (_event, { reason, type }) => log('childGone', `${type}: ${reason}`))
  app.on('render-process-gone', (_event, contents, { reason }) => {
    log('pageGone', reason)
    // What was typed is kept on the device, and the host has the rest: a fresh page goes on where this one fell.
    if (FALLEN.includes(reason)) contents.reload()
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(() => openHall(facade))
}

function openHall(facade: Facade): void {
  const { app, dialog, log, paths } = facade
  const awake = keepAwake(facade.powerSaveBlocker)
  const windows = shellWindows(facade, awake)
  const host = hostProcess({ ...facade, fork: facade.forkHost, onStatus: (status) => void onStatus(status) })

  // Before the first window there are no contents to guard.
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, {
      log,
      openOutside: (url) => void facade.outside.openExternal(url),
      openPage: windows.openPage,
    })
    contents.on('unresponsive', () => log('pageUnresponsive', ''))
  })
  guardPermissions(facade.session())
  facade.protocol.handle(SHELL_ORIGIN.scheme, appPages({ ...facade, root: paths.pages, hall: () => placeOf(host) }))
  registerHandlers(facade.ipcMain, askHandlers(facade, { awake, host, windows }), log)
  facade.setMenu(
    menuTemplate({
      openLogs: () => void facade.outside.openPath(paths.logs),
      about: () => void dialog.showMessageBox({ title: '关于', message: '议事厅', detail: `版本 ${facade.version}` }),
    }),
  )
  app.on('second-instance', () => windows.focusDesk())
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void host.stop().then(() => {
      ended = true
      app.quit()
    })
  })
  host.start()

  async function onStatus(status: HostStatus): Promise<void> {
    awake.hosting(status.at === 'running')
    windows.tellDesks(status)
    if (status.at === 'running') {
      for (const address of status.addresses) facade.say(`参会地址：${address}`)
      return windows.showHost(status.operatorSecret)
    }
    if (status.at !== 'stopped') return
    facade.say(status.sentence)
    dialog.showErrorBox(NO_HOST, status.sentence)
    // With a window there may be words in it that somebody wants to copy: the person closes it.
    if (!windows.isOpen) app.exit(EXIT_FAILED)
  }
}

/** Before the host runs there is no page to show, and port 0 is nobody's. */
const placeOf = ({ status }: HostProcess): string => `127.0.0.1:${status.at === 'running' ? status.port : 0}`

/** What the shell does for its page; each line is one request of the bridge. */
function askHandlers(
  { dialog, writeFile }: Facade,
  {
    awake,
    host,
    windows,
  }: { readonly awake: ReturnType<typeof keepAwake>; readonly host: HostProcess; readonly windows: Windows },
): AskHandlers {
  return {
    hostStatus: () => host.status,
    saveFile: async ([name, bytes]) => {
      const defaultPath = path.join(await windows.folder(), name)
      const { canceled, filePath } = await dialog.showSaveDialog({ title: '保存', defaultPath })
      if (canceled || filePath === '') return false
      await writeFile(filePath, bytes)
      await windows.rememberFolder(path.dirname(filePath))
      return true
    },
    openScreen: ([joinCode]) => windows.openPage('/screen', joinCode),
    keepAwake: ([on]) => awake.looking('page', on),
    printPage: (_args, asker) =>
      new Promise((resolve) => asker.print({ printBackground: true }, (success) => resolve(success))),
  }
}
