/** Every text of the main process: menus, dialogs, errors and notifications. */
export const EN = {
  'switch.refused':
    'Clarion was started with {name}, which it doesn’t accept. Only known switches are allowed, because others can open the app, and the API key in it, to other programs.',
  'switch.title': 'Clarion did not start',
} as const
