/** Results of load tests as pages: words, Markdown, HTML, JUnit's XML, and what follows from the figures. Pure. */
package io.agentctl.control.performance.report;
