"""Recording a procedure: from the printed sheet or from memory, whole or thing by thing."""
