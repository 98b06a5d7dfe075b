/** Every text of the main process: menus, dialogs, errors and notifications. */
export const EN = {} as const
