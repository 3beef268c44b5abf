/* Imported before the system, whose functions read this once: mail that comes back is played, and no line is worth it. */
process.env.POWERTOOLS_LOG_LEVEL = 'SILENT';
