/* Imported before the system: Powertools reads this once. Faults that a test sets off need no line in the terminal. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
