/** Where an agent of the assistance looks an account up, and the code that opens the page (MPO-1.5-7). Invented, not a secret. */
export const assistance = { path: '/assistance', code: 'AGENT-2024' } as const;
