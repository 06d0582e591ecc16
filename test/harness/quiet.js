/* n8n's logger writes every failed run to the console; a test that fails says so itself. */
process.env.N8N_LOG_LEVEL ??= 'silent';
