/*
 * Imported before any function: Powertools reads these once. Locally there is no CloudWatch; what functions
 * log at `warn` and above is worth a line in the terminal.
 */
process.env.POWERTOOLS_SERVICE_NAME ??= 'redress';
process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
process.env.POWERTOOLS_METRICS_DISABLED = 'true';
