"""CloudFormation, SAM and CDK."""
