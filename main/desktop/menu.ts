import type { MenuItemConstructorOptions } from 'electron'

/** What the menu's own items do; the rest are roles that Electron knows. */
export type MenuActs = { readonly openLogs: () => void; readonly about: () => void }

export function menuTemplate({ about, openLogs }: MenuActs): MenuItemConstructorOptions[] {
  return [
    {
      label: '文件',
      submenu: [
        { label: '关闭窗口', role: 'close' },
        { label: '退出', role: 'quit' },
      ],
    },
    {
      label: '编辑',
      submenu: [
        { label: '撤销', role: 'undo' },
        { label: '重做', role: 'redo' },
        { type: 'separator' },
        { label: '剪切', role: 'cut' },
        { label: '复制', role: 'copy' },
        { label: '粘贴', role: 'paste' },
        { label: '全选', role: 'selectAll' },
      ],
    },
    {
      label: '显示',
      submenu: [
        { label: '重新载入', role: 'reload' },
        { type: 'separator' },
        { label: '放大', role: 'zoomIn' },
        { label: '缩小', role: 'zoomOut' },
        { label: '原始大小', role: 'resetZoom' },
        { label: '全屏', role: 'togglefullscreen' },
      ],
    },
    {
      label: '帮助',
      submenu: [
        { label: '打开日志文件夹', click: openLogs },
        { label: '关于议事厅', click: about },
      ],
    },
  ]
}
